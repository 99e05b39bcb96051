code_enum! {
    /// Sex, GB/T 2261.1-2003. The codes 0 (未知) and 9 (未说明) are an absent value here.
    Sex, "性别", "sex", "GB/T 2261.1";
    Male = "1", "男", "male", "男性";
    Female = "2", "女", "female", "女性";
}

code_enum! {
    /// Marital status, GB/T 2261.2-2003.
    Marriage, "婚姻状况", "marital status", "GB/T 2261.2";
    Single = "10", "未婚", "never married";
    Married = "20", "已婚", "married", "有配偶";
    FirstMarriage = "21", "初婚", "in first marriage";
    Remarried = "22", "再婚", "remarried";
    Restored = "23", "复婚", "remarried to the same spouse";
    Widowed = "30", "丧偶", "widowed";
    Divorced = "40", "离婚", "divorced", "离异";
    Unstated = "90", "未说明", "not stated", "未说明的婚姻状况";
}

code_enum! {
    /// Education completed, GB/T 4658-2006, main classes.
    Education, "文化程度", "education", "GB/T 4658";
    Postgraduate = "10", "研究生教育", "postgraduate", "研究生", "硕士", "博士";
    Bachelor = "20", "大学本科教育", "undergraduate", "大学本科", "本科", "大学";
    Junior = "30", "大学专科教育", "junior college", "大学专科", "大专", "专科", "专科教育";
    Vocational = "40", "中等职业教育", "secondary vocational", "中专", "中职", "技校";
    SeniorSecondary = "60", "普通高级中学教育", "senior secondary", "高中", "普通高中";
    JuniorSecondary = "70", "初级中学教育", "junior secondary", "初中";
    Primary = "80", "小学教育", "primary", "小学";
    Other = "90", "其他", "other", "文盲", "半文盲", "文盲半文盲", "文盲或半文盲", "学前", "学龄前";
}

code_enum! {
    /// Urban or rural, as the programmes divide households. The codes are Doudi's own.
    UrbanRural, "城乡", "urban or rural", "Doudi";
    Urban = "1", "城市", "urban", "城镇", "城";
    Rural = "2", "农村", "rural", "乡村", "乡", "农";
}

code_enum! {
    /// Kind of household registration (户口性质), as kept by the police registers.
    HouseholdRegistration, "户口性质", "kind of household registration", "GA/T 517 口径";
    Agricultural = "1", "农业", "agricultural", "农业户口", "农业家庭户口", "农村";
    NonAgricultural = "2", "非农业", "non-agricultural", "非农业户口", "非农", "非农业家庭户口";
    Resident = "3", "居民", "resident", "居民户口", "居民家庭户", "居民户", "家庭户";
}

code_enum! {
    /// State of health, as the household forms ask for it. The codes are Doudi's own.
    Health, "健康状况", "state of health", "Doudi";
    Good = "1", "健康", "good", "健康或良好", "良好";
    Fair = "2", "一般", "fair", "一般或较弱", "较弱", "体弱";
    Chronic = "3", "慢性病", "chronic illness", "长期慢性病", "患有慢性病";
    Severe = "4", "重病", "serious illness", "大病", "患有大病", "重大疾病";
}

code_enum! {
    /// Ability to work, as the monthly statistics divide it. The codes are Doudi's own.
    LabourAbility, "劳动能力", "ability to work", "Doudi";
    Full = "1", "有", "full", "有劳动能力";
    PartlyLost = "2", "部分丧失", "partly lost", "部分丧失劳动能力", "弱劳动力", "半劳动力";
    Lost = "3", "完全丧失", "lost", "丧失劳动能力", "完全丧失劳动能力", "丧失";
    None = "4", "无", "none", "无劳动能力";
}
