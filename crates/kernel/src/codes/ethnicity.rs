code_table! {
    /// Ethnicity, GB/T 3304-1991; 97 and 98 as the police registers use them.
    Ethnicity, "民族", "ethnicity", "GB/T 3304";
    "01", "汉族", "Han", "汉";
    "02", "蒙古族", "Mongol", "蒙古";
    "03", "回族", "Hui", "回";
    "04", "藏族", "Tibetan", "藏";
    "05", "维吾尔族", "Uyghur", "维吾尔";
    "06", "苗族", "Miao", "苗";
    "07", "彝族", "Yi", "彝";
    "08", "壮族", "Zhuang", "壮";
    "09", "布依族", "Buyei", "布依";
    "10", "朝鲜族", "Korean", "朝鲜";
    "11", "满族", "Manchu", "满";
    "12", "侗族", "Dong", "侗";
    "13", "瑶族", "Yao", "瑶";
    "14", "白族", "Bai", "白";
    "15", "土家族", "Tujia", "土家";
    "16", "哈尼族", "Hani", "哈尼";
    "17", "哈萨克族", "Kazakh", "哈萨克";
    "18", "傣族", "Dai", "傣";
    "19", "黎族", "Li", "黎";
    "20", "傈僳族", "Lisu", "傈僳";
    "21", "佤族", "Va", "佤";
    "22", "畲族", "She", "畲";
    "23", "高山族", "Gaoshan", "高山";
    "24", "拉祜族", "Lahu", "拉祜";
    "25", "水族", "Sui", "水";
    "26", "东乡族", "Dongxiang", "东乡";
    "27", "纳西族", "Naxi", "纳西";
    "28", "景颇族", "Jingpo", "景颇";
    "29", "柯尔克孜族", "Kirgiz", "柯尔克孜";
    "30", "土族", "Tu", "土";
    "31", "达斡尔族", "Daur", "达斡尔";
    "32", "仫佬族", "Mulao", "仫佬";
    "33", "羌族", "Qiang", "羌";
    "34", "布朗族", "Blang", "布朗";
    "35", "撒拉族", "Salar", "撒拉";
    "36", "毛南族", "Maonan", "毛南";
    "37", "仡佬族", "Gelao", "仡佬";
    "38", "锡伯族", "Xibe", "锡伯";
    "39", "阿昌族", "Achang", "阿昌";
    "40", "普米族", "Pumi", "普米";
    "41", "塔吉克族", "Tajik", "塔吉克";
    "42", "怒族", "Nu", "怒";
    "43", "乌孜别克族", "Uzbek", "乌孜别克";
    "44", "俄罗斯族", "Russian", "俄罗斯";
    "45", "鄂温克族", "Evenki", "鄂温克";
    "46", "德昂族", "Deang", "德昂";
    "47", "保安族", "Bonan", "保安";
    "48", "裕固族", "Yugur", "裕固";
    "49", "京族", "Gin", "京";
    "50", "塔塔尔族", "Tatar", "塔塔尔";
    "51", "独龙族", "Derung", "独龙";
    "52", "鄂伦春族", "Oroqen", "鄂伦春";
    "53", "赫哲族", "Hezhen", "赫哲";
    "54", "门巴族", "Monba", "门巴";
    "55", "珞巴族", "Lhoba", "珞巴";
    "56", "基诺族", "Jino", "基诺";
    "97", "其他", "other", "未识别民族";
    "98", "外国血统中国籍人士", "Chinese citizen of foreign descent", "入籍";
}

impl Ethnicity {
    /// 汉族
    pub const HAN: Ethnicity = Ethnicity::known("01");
    /// 回族
    pub const HUI: Ethnicity = Ethnicity::known("03");
    /// 藏族
    pub const TIBETAN: Ethnicity = Ethnicity::known("04");
    /// 维吾尔族
    pub const UYGHUR: Ethnicity = Ethnicity::known("05");
    /// 东乡族
    pub const DONGXIANG: Ethnicity = Ethnicity::known("26");
}
