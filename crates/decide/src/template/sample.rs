//! A family that does not exist, to look at a template with.

use std::collections::BTreeMap;

use pack::model::TemplateText;
use paper::Values;

/// Values by the names that documents have; a name that is not here shows itself in brackets.
const VALUES: &[(&str, &str)] = &[
    ("文号", "示例-WS-2026-00001"),
    ("受理编号", "示例-SL-2026-00001"),
    ("申请人姓名", "张示例"),
    ("户主姓名", "张示例"),
    ("姓名", "张示例"),
    ("事项", "最低生活保障"),
    ("保障人数", "3"),
    ("月金额", "1251.00"),
    ("救助金额", "2000.00"),
    ("金额大写", "壹仟贰佰伍拾壹元整"),
    ("调整内容", "决定减发"),
    ("原月金额", "1251.00"),
    ("调整后月金额", "834.00"),
    ("原保障人数", "3"),
    ("调整后保障人数", "2"),
    ("生效月份", "2026年12月"),
    ("理由", "家庭人口减少"),
    ("依据", "社会救助法第四十七条"),
    ("复议机关", "示例县人民政府"),
    ("管辖法院", "示例县人民法院"),
    ("联系电话", "0000-0000000"),
    ("监督电话", "0000-0000000"),
    ("办理单位", "示例镇人民政府"),
    ("乡镇", "示例镇"),
    ("村", "示例村"),
    ("日期", "2026年11月30日"),
    ("受理日期", "2026年11月2日"),
    ("办结期限", "2026年12月14日"),
    ("材料名称", "居民户口簿"),
    ("份数", "1"),
    ("序号", "1"),
];

fn value(name: &str) -> String {
    let found = VALUES.iter().find(|(known, _)| *known == name);
    found.map_or_else(|| format!("〔{name}〕"), |(_, value)| (*value).to_owned())
}

/// A value for every place of a document; two rows for each list.
pub(super) fn values(text: &TemplateText) -> Values {
    let mut values = Values::new();
    for field in &text.fields {
        match &field.rows {
            None => {
                values.set(&field.name, value(&field.name));
            }
            Some(rows) => {
                let row = || -> BTreeMap<String, String> {
                    let cells = rows.iter().map(|(name, _)| (name.clone(), value(name)));
                    cells.collect()
                };
                values.rows(&field.name, vec![row(), row()]);
            }
        }
    }
    values
}
