code_table! {
    /// Relation to the head of the household, GB/T 4761-2008. The standard calls five entries
    /// 其他; the four inside a group carry the name of the group here, so that names are unique.
    Relation, "家庭关系", "family relation", "GB/T 4761";
    "01", "本人", "self";
    "02", "户主", "household head", "户主本人", "本人或户主", "申请人";
    "10", "配偶", "spouse", "爱人";
    "11", "夫", "husband", "丈夫";
    "12", "妻", "wife", "妻子", "老婆";
    "20", "子", "son", "儿子", "之子";
    "21", "独生子", "only son";
    "22", "长子", "eldest son";
    "23", "次子", "second son";
    "24", "三子", "third son";
    "25", "四子", "fourth son";
    "26", "五子", "fifth son";
    "27", "养子或继子", "adopted son or stepson", "养子", "继子", "养子/继子";
    "28", "女婿", "son-in-law", "之女婿";
    "29", "其他儿子", "other son";
    "30", "女", "daughter", "女儿", "之女";
    "31", "独生女", "only daughter";
    "32", "长女", "eldest daughter";
    "33", "次女", "second daughter";
    "34", "三女", "third daughter";
    "35", "四女", "fourth daughter";
    "36", "五女", "fifth daughter";
    "37", "养女或继女", "adopted daughter or stepdaughter", "养女", "继女", "养女/继女";
    "38", "儿媳", "daughter-in-law", "儿媳妇", "媳妇", "之儿媳";
    "39", "其他女儿", "other daughter";
    "40", "孙子女/外孙子女", "grandchild", "孙子女", "外孙子女", "孙子女或外孙子女";
    "41", "孙子", "son's son", "孙", "之孙子";
    "42", "孙女", "son's daughter", "之孙女";
    "43", "外孙子", "daughter's son", "外孙", "之外孙子";
    "44", "外孙女", "daughter's daughter", "之外孙女";
    "45", "孙媳妇/外孙媳妇", "grandson's wife", "孙媳妇", "孙媳", "外孙媳妇";
    "46", "孙女婿/外孙女婿", "granddaughter's husband", "孙女婿", "外孙女婿";
    "47", "曾孙子/外曾孙子", "great-grandson", "曾孙子", "外曾孙子", "曾孙";
    "48", "曾孙女/外曾孙女", "great-granddaughter", "曾孙女", "外曾孙女";
    "49", "其他孙子女/外孙子女", "other grandchild";
    "50", "父母", "parent", "父母亲";
    "51", "父", "father", "父亲", "之父";
    "52", "母", "mother", "母亲", "之母";
    "53", "公公", "husband's father", "公爹";
    "54", "婆婆", "husband's mother";
    "55", "岳父", "wife's father", "之岳父";
    "56", "岳母", "wife's mother", "之岳母";
    "57", "继父/养父", "stepfather or adoptive father", "继父", "养父", "继父或养父";
    "58", "继母/养母", "stepmother or adoptive mother", "继母", "养母", "继母或养母";
    "59", "其他父母", "other parent";
    "60", "祖父母/外祖父母", "grandparent", "祖父母", "外祖父母", "祖父母或外祖父母";
    "61", "祖父", "father's father", "爷爷", "之祖父";
    "62", "祖母", "father's mother", "奶奶", "之祖母";
    "63", "外祖父", "mother's father", "姥爷", "外公";
    "64", "外祖母", "mother's mother", "姥姥", "外婆";
    "65", "配偶的祖父母", "spouse's grandparent";
    "66", "曾祖父", "great-grandfather";
    "67", "曾祖母", "great-grandmother";
    "68", "配偶的曾祖父母", "spouse's great-grandparent";
    "69", "其他祖父母/外祖父母", "other grandparent";
    "70", "兄弟姐妹", "sibling";
    "71", "兄", "elder brother", "哥哥";
    "72", "嫂", "elder brother's wife", "嫂子";
    "73", "弟", "younger brother", "弟弟";
    "74", "弟媳", "younger brother's wife", "弟媳妇";
    "75", "姐", "elder sister", "姐姐";
    "76", "姐夫", "elder sister's husband";
    "77", "妹", "younger sister", "妹妹";
    "78", "妹夫", "younger sister's husband";
    "79", "其他兄弟姐妹", "other sibling";
    "80", "其他", "other";
    "81", "伯父", "father's elder brother", "伯伯";
    "82", "伯母", "wife of father's elder brother", "伯娘";
    "83", "叔父", "father's younger brother", "叔叔";
    "84", "婶母", "wife of father's younger brother", "婶婶";
    "85", "舅父", "mother's brother", "舅舅";
    "86", "舅母", "wife of mother's brother";
    "87", "姨父", "husband of mother's sister";
    "88", "姨母", "mother's sister";
    "89", "姑父", "husband of father's sister";
    "90", "姑母", "father's sister";
    "91", "堂兄弟姐妹", "cousin of the same surname";
    "92", "表兄弟姐妹", "other cousin";
    "93", "侄子", "brother's son", "侄儿", "侄子女";
    "94", "侄女", "brother's daughter";
    "95", "外甥", "sister's son", "外甥子";
    "96", "外甥女", "sister's daughter";
    "97", "其他亲属", "other relative", "其他亲属关系";
    "99", "非亲属", "no relative", "非亲属关系", "其他非亲属";
}

impl Relation {
    /// 本人
    pub const SELF: Relation = Relation::known("01");
    /// 户主
    pub const HEAD: Relation = Relation::known("02");
    /// 配偶
    pub const SPOUSE: Relation = Relation::known("10");
    /// 夫
    pub const HUSBAND: Relation = Relation::known("11");
    /// 妻
    pub const WIFE: Relation = Relation::known("12");
    /// 子
    pub const SON: Relation = Relation::known("20");
    /// 女
    pub const DAUGHTER: Relation = Relation::known("30");
    /// 儿媳
    pub const DAUGHTER_IN_LAW: Relation = Relation::known("38");
    /// 父
    pub const FATHER: Relation = Relation::known("51");
    /// 母
    pub const MOTHER: Relation = Relation::known("52");

    /// Whether this is the head of the household, under either name.
    pub fn is_head(self) -> bool {
        self == Relation::SELF || self == Relation::HEAD
    }

    /// Whether the relative is a near relative (近亲属) in the sense of the filing of
    /// relatives of staff, 民发〔2012〕220号 §14: spouse, parents, children, siblings,
    /// grandparents, grandchildren; relatives by marriage are not.
    pub fn is_near_relative(self) -> bool {
        let code: u8 = super::CodeList::code(self).parse().unwrap_or(0);
        matches!(code, 10..=12 | 20..=27 | 29..=37 | 39..=44 | 50..=52 | 57..=58 | 60..=64 | 70..=71 | 73 | 75 | 77)
    }

    /// The relation of an entry written in the program text by its code, for example `"22"`.
    pub fn of_code(code: &str) -> Option<Relation> {
        super::CodeList::parse(code).ok()
    }
}
