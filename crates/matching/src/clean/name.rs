//! Names in one spelling, for comparison.

use std::sync::LazyLock;

use kernel::text;
use unicode_normalization::UnicodeNormalization;

/// Traditional and variant characters of names beside the standard one of 通用规范汉字表,
/// two by two. Characters that people choose on purpose (喆, 堃) are not among them.
const VARIANTS: &str = "呂吕黃黄劉刘陳陈張张楊杨趙赵吳吴孫孙馬马鄭郑馮冯許许鄧邓蕭萧肖萧葉叶鍾钟鐘钟\
盧卢蔣蒋賈贾韋韦錢钱閻阎閆闫龍龙萬万龔龚湯汤賴赖顧顾龐庞樊樊蘭兰鄒邹陸陆駱骆歐欧關关聶聂\
莊庄區区溫温強强國国華华榮荣興兴豐丰義义禮礼麗丽紅红蓮莲蘋苹鳳凤飛飞龜龟齊齐寶宝貴贵財财賢贤\
潤润澤泽濤涛淵渊漢汉濟济溝沟潔洁衛卫偉伟傑杰儀仪億亿優优倫伦俊俊劍剑勝胜勳勋勛勋勵励\
學学實实寧宁寬宽將将專专對对導导島岛嶺岭巖岩岩岩嵐岚慶庆慧慧愛爱憲宪懷怀戰战擁拥敏敏\
曉晓時时暉晖曄晔書书會会東东棟栋樹树橋桥權权歡欢氣气滿满煒炜燁烨燈灯燕燕營营爾尔\
獻献瑤瑶瑋玮瓊琼環环珍珍產产畢毕盛盛監监磊磊禎祯禪禅種种穩稳競竞筆笔節节簡简糧粮\
純纯紹绍細细組组結结絹绢維维綱纲緯纬練练縣县績绩繼继纓缨續续羅罗習习聖圣聰聪聲声聯联\
膚肤與与舉举蓋盖藝艺蘇苏處处虛虚號号親亲覺觉觀观計计訓训記记設设詠咏詩诗誠诚語语說说\
課课調调談谈論论諾诺謝谢證证譚谭讓让豔艳艷艳貞贞負负貢贡貨货貫贯賀贺資资賓宾質质贊赞\
車车軍军軒轩輝辉輪轮輯辑辭辞農农連连進进運运達达遠远選选遲迟郵邮鄉乡鄰邻醫医釋释鈞钧\
銀银銘铭銳锐鋒锋鋼钢錄录錦锦鎮镇鏡镜鐵铁鑫鑫長长門门開开閔闵間间閱阅闊阔陽阳際际隨随\
雙双雲云電电霧雾靈灵靜静韓韩響响頁页順顺預预頌颂領领頓顿題题顏颜願愿類类風风飯饭養养\
駿骏騰腾驗验驚惊體体鬥斗魏魏魯鲁鮑鲍鮮鲜鳴鸣鵬鹏鶴鹤鸞鸾麥麦點点齡龄昇升陞升甦苏";

/// The common block of Chinese characters.
const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

/// The standard character of each of the common block; nought where it is one itself.
static STANDARD: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table = vec![0; (LAST - FIRST + 1) as usize];
    let mut pairs = VARIANTS.chars();
    while let (Some(variant), Some(standard)) = (pairs.next(), pairs.next()) {
        if let Some(entry) = place(variant).and_then(|at| table.get_mut(at)) {
            *entry = u16::try_from(standard as u32).unwrap_or(0);
        }
    }
    table
});

fn place(c: char) -> Option<usize> {
    (c as u32).checked_sub(FIRST).map(|at| at as usize)
}

fn standard(c: char) -> char {
    let found = place(c).and_then(|at| STANDARD.get(at)).copied();
    found
        .filter(|code| *code != 0)
        .and_then(|code| char::from_u32(u32::from(code)))
        .unwrap_or(c)
}

/// The character meant by one of the private-use area that fonts of GBK show for rare
/// characters (䶮 as U+E863): GB 18030 gave them code points of their own.
fn published(c: char) -> char {
    let at = c as u32;
    if !(0xe815..=0xe864).contains(&at) {
        return c;
    }
    let trail = 0x50 + (at - 0xe815) as u8;
    let trail = if trail >= 0x7f { trail + 1 } else { trail };
    let bytes = [0xfe, trail];
    let (text, _, failed) = encoding_rs::GB18030.decode(&bytes);
    match text.chars().next() {
        Some(found) if !failed => found,
        _ => c,
    }
}

/// A name as it is compared: spaces out, one middle dot, compatibility and private-use forms
/// replaced by the characters they stand for, traditional and variant characters by the
/// standard ones, Latin letters in capitals, remarks in brackets cut off (`王小明（户主）`).
pub fn fold_name(name: &str) -> String {
    let plain = text::normalise_name(name);
    if plain
        .chars()
        .all(|c| matches!(c, '\u{4e00}'..='\u{9fff}') && standard(c) == c)
    {
        return plain;
    }
    let cut = match plain.find(['(', '（', '[', '【', '<', '《']) {
        Some(at) if at > 0 => &plain[..at],
        _ => &plain,
    };
    cut.chars()
        .map(published)
        .nfkc()
        .filter(|c| !matches!(c, '.' | '\u{300}'..='\u{36f}'))
        .flat_map(char::to_uppercase)
        .map(standard)
        .collect::<String>()
        .trim_matches('·')
        .to_owned()
}

/// Whether a name is written in Latin letters, so that pinyin says nothing about it.
pub fn latin_name(name: &str) -> bool {
    name.chars().any(|c| c.is_ascii_alphabetic())
        && !name.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}'))
}
