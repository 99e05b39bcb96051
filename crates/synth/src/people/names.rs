use kernel::codes::{Ethnicity, Relation, Sex};

use super::draft::Draft;
use crate::dice::Dice;

/// Family names with their weight, as common in the east of Gansu; compound ones at the end.
const FAMILY: [(&str, usize); 60] = [
    ("王", 900),
    ("张", 820),
    ("李", 780),
    ("刘", 520),
    ("赵", 420),
    ("马", 380),
    ("杨", 360),
    ("陈", 300),
    ("周", 240),
    ("郭", 220),
    ("孙", 200),
    ("雷", 190),
    ("程", 180),
    ("温", 160),
    ("汪", 160),
    ("安", 150),
    ("田", 150),
    ("毛", 140),
    ("裴", 120),
    ("蒲", 120),
    ("牛", 110),
    ("闫", 110),
    ("董", 110),
    ("南", 100),
    ("霍", 90),
    ("景", 90),
    ("靳", 90),
    ("缑", 80),
    ("樊", 80),
    ("巩", 80),
    ("令", 60),
    ("窦", 60),
    ("魏", 140),
    ("梁", 130),
    ("宋", 130),
    ("何", 120),
    ("高", 120),
    ("徐", 110),
    ("朱", 110),
    ("崔", 100),
    ("冯", 90),
    ("吕", 90),
    ("蔡", 80),
    ("贾", 80),
    ("丁", 70),
    ("柳", 60),
    ("尹", 60),
    ("卯", 40),
    ("逯", 30),
    ("仇", 30),
    ("芮", 20),
    ("麴", 12),
    ("禚", 6),
    ("欧阳", 30),
    ("司马", 20),
    ("上官", 20),
    ("尉迟", 15),
    ("令狐", 25),
    ("皇甫", 18),
    ("慕容", 10),
];

const MALE: &str = "建国军平伟强明志勇刚斌辉鹏飞龙海涛波浩宇杰超俊峰磊亮林生福贵荣华忠义仁德祥春学文武成永世虎牛旺满仓有才根柱栓锁顺喜宏鑫浩博子轩昊天佑泽一凡";
const FEMALE: &str = "秀英桂兰玉珍芳娟丽霞红梅燕萍玲艳敏静莉香翠花菊琴云凤莲淑桃杏彩巧银娥粉转弟爱琳婷雪倩欣怡佳慧思涵梓萱雨彤诗雅馨悦瑶";
/// Characters beyond the everyday ones, some outside the Basic Multilingual Plane: registers
/// hold them, and nothing may break on them.
const RARE: &str = "喆翀玥珺燊赟珣昪堃祎頔奭䶮㛃㬎垚犇骉淼𬱖𬭎𠅤𫖯";
const UYGHUR_MALE: [&str; 6] = [
    "阿卜杜热合曼",
    "买买提",
    "艾力",
    "吐尔逊江",
    "木合塔尔",
    "阿布力孜",
];
const UYGHUR_FEMALE: [&str; 6] = [
    "古丽巴哈尔",
    "阿依夏木",
    "热依汗古丽",
    "帕提古丽",
    "努尔比耶姆",
    "再努拜木",
];
const TIBETAN: [&str; 8] = [
    "扎西", "卓玛", "才让", "央宗", "旦正", "拉毛", "仁青", "措吉",
];

/// Who bears which name within a family.
pub(crate) struct Naming {
    line: &'static str,
    hui: bool,
}

/// Makes names.
pub(crate) struct NameBook {
    male: Vec<char>,
    female: Vec<char>,
    rare: Vec<char>,
}

impl NameBook {
    pub(crate) fn new() -> NameBook {
        NameBook {
            male: MALE.chars().collect(),
            female: FEMALE.chars().collect(),
            rare: RARE.chars().collect(),
        }
    }

    /// The family name of a household, and whether it is of the Hui, who live in the county.
    pub(crate) fn naming(&self, dice: &mut Dice) -> Naming {
        let line = dice.weighted(&FAMILY);
        Naming {
            line,
            hui: line == "马" && dice.chance(60),
        }
    }

    /// The name and ethnicity of a member. Those of the line bear its family name; a few who
    /// married in come from peoples with other ways of naming.
    pub(crate) fn name(
        &self,
        dice: &mut Dice,
        naming: &Naming,
        draft: &Draft,
    ) -> (String, Ethnicity) {
        let home = if naming.hui {
            Ethnicity::HUI
        } else {
            Ethnicity::HAN
        };
        let of_line = draft.of_the_line && draft.relation != Relation::DAUGHTER_IN_LAW;
        if !of_line && dice.below(400) == 0 {
            return self.stranger(dice, draft.sex);
        }
        let family = if of_line {
            naming.line
        } else {
            dice.weighted(&FAMILY)
        };
        (format!("{family}{}", self.given(dice, draft.sex)), home)
    }

    /// One character for three in ten, else two; now and then a rare one.
    pub(crate) fn given(&self, dice: &mut Dice, sex: Sex) -> String {
        let from = if sex == Sex::Male {
            &self.male
        } else {
            &self.female
        };
        let count = if dice.chance(30) { 1 } else { 2 };
        (0..count)
            .map(|_| {
                if dice.below(250) == 0 {
                    dice.pick(&self.rare)
                } else {
                    dice.pick(from)
                }
            })
            .collect()
    }

    fn stranger(&self, dice: &mut Dice, sex: Sex) -> (String, Ethnicity) {
        match dice.below(3) {
            0 => {
                let own = if sex == Sex::Male {
                    dice.pick(&UYGHUR_MALE)
                } else {
                    dice.pick(&UYGHUR_FEMALE)
                };
                (
                    format!("{own}·{}", dice.pick(&UYGHUR_MALE)),
                    Ethnicity::UYGHUR,
                )
            }
            1 => {
                let first = dice.pick(&TIBETAN);
                (
                    format!("{first}{}", dice.pick(&TIBETAN)),
                    Ethnicity::TIBETAN,
                )
            }
            _ => (format!("马{}", self.given(dice, sex)), Ethnicity::DONGXIANG),
        }
    }
}
