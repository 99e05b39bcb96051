code_enum! {
    /// Kind of disability, GB/T 26341-2010.
    DisabilityKind, "残疾类别", "kind of disability", "GB/T 26341";
    Visual = "1", "视力", "visual", "视力残疾";
    Hearing = "2", "听力", "hearing", "听力残疾";
    Speech = "3", "言语", "speech", "言语残疾";
    Physical = "4", "肢体", "physical", "肢体残疾";
    Intellectual = "5", "智力", "intellectual", "智力残疾";
    Mental = "6", "精神", "mental", "精神残疾";
    Multiple = "7", "多重", "multiple", "多重残疾";
}

code_enum! {
    /// Grade of disability, GB/T 26341-2010: the first is the most severe.
    DisabilityGrade, "残疾等级", "grade of disability", "GB/T 26341";
    First = "1", "一级", "grade 1", "1级", "Ⅰ级", "壹级", "极重度";
    Second = "2", "二级", "grade 2", "2级", "Ⅱ级", "贰级", "重度";
    Third = "3", "三级", "grade 3", "3级", "Ⅲ级", "叁级", "中度";
    Fourth = "4", "四级", "grade 4", "4级", "Ⅳ级", "肆级", "轻度";
}

impl DisabilityGrade {
    /// The grade as a number, 1 the most severe.
    pub const fn number(self) -> u8 {
        match self {
            DisabilityGrade::First => 1,
            DisabilityGrade::Second => 2,
            DisabilityGrade::Third => 3,
            DisabilityGrade::Fourth => 4,
        }
    }

    /// Whether the law calls the disability severe (重度残疾): grades 1 and 2.
    pub const fn is_severe(self) -> bool {
        self.number() <= 2
    }
}
