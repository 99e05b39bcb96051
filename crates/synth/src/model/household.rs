use chrono::NaiveDate;
use kernel::codes::{
    DisabilityGrade, DisabilityKind, Education, Ethnicity, Health, HouseholdRegistration,
    LabourAbility, Marriage, Relation, Sex, UrbanRural,
};
use kernel::{BankAccount, DisabilityCard, DivisionCode, IdNumber};

/// A person of a [`crate::County`]: the position in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonKey(pub u32);

/// A household of a [`crate::County`]: the position in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HouseholdKey(pub u32);

/// A township or village of the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// The code, 12 digits.
    pub code: DivisionCode,
    /// The official name.
    pub name: String,
}

labelled! {
    /// The list of the rural-revitalisation office a household stands in (防返贫类型).
    Revitalisation;
    OutOfPoverty, "已脱贫", "out of poverty";
    Unstable, "脱贫不稳定", "out of poverty, unstable";
    Marginal, "边缘易致贫", "at the margin";
    Sudden, "突发严重困难", "sudden serious difficulty";
}

labelled! {
    /// Why a household is in need.
    PovertyCause;
    Illness, "疾病", "illness";
    Disability, "残疾", "disability";
    Labour, "缺乏劳动力", "lack of labour";
    School, "因学", "schooling";
    Disaster, "灾害", "disaster";
    Other, "其他", "other";
}

labelled! {
    /// What a person does for a living (就业状况).
    Employment;
    Employed, "在业", "employed";
    Unemployed, "失业", "unemployed";
    Idle, "无业", "without work";
    Farming, "务农", "farming";
    School, "在校", "at school";
    Retired, "退休", "retired";
}

labelled! {
    /// The stage of schooling a person is in (在校学段).
    StudyStage;
    None, "无", "none";
    Preschool, "学前", "preschool";
    Primary, "小学", "primary";
    Junior, "初中", "junior secondary";
    Senior, "高中", "senior secondary";
    Vocational, "中职", "vocational";
    College, "大专", "junior college";
    University, "本科", "university";
}

/// A certified disability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disability {
    /// The kind.
    pub kind: DisabilityKind,
    /// The grade.
    pub grade: DisabilityGrade,
    /// The certificate.
    pub card: DisabilityCard,
}

/// A synthetic person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The position in the list of persons.
    pub key: PersonKey,
    /// The household.
    pub household: HouseholdKey,
    /// The name.
    pub name: String,
    /// The identity number; valid and unique.
    pub id_number: IdNumber,
    /// 民族
    pub ethnicity: Ethnicity,
    /// 婚姻状况
    pub marriage: Marriage,
    /// 文化程度
    pub education: Education,
    /// 健康状况
    pub health: Health,
    /// 劳动能力
    pub labour: LabourAbility,
    /// 就业状况
    pub employment: Employment,
    /// 在校学段
    pub study: StudyStage,
    /// 残疾
    pub disability: Option<Disability>,
    /// The day of death, where the person dies within the year told.
    pub died_on: Option<NaiveDate>,
}

impl Person {
    /// The birth date.
    pub fn birth(&self) -> NaiveDate {
        self.id_number.birth()
    }

    /// The sex.
    pub fn sex(&self) -> Sex {
        self.id_number.sex()
    }
}

/// A member of a household and the relation to its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub person: PersonKey,
    /// The relation to the head.
    pub relation: Relation,
}

/// A synthetic household. The first member is the head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Household {
    /// The position in the list of households.
    pub key: HouseholdKey,
    /// The number of the household in the lists of other offices: village code and four digits.
    pub number: String,
    /// The village.
    pub division: DivisionCode,
    /// The address, down to the group of the village.
    pub address: String,
    /// A telephone number, where there is one.
    pub phone: Option<String>,
    /// 城乡
    pub urban_rural: UrbanRural,
    /// 户口性质
    pub registration: HouseholdRegistration,
    /// The list of the rural-revitalisation office, where the household stands in one.
    pub list: Option<Revitalisation>,
    /// The main cause of need.
    pub cause: PovertyCause,
    /// The income of a year as stated, whole 元.
    pub yearly_income: i64,
    /// Rooms and area of the dwelling in m².
    pub dwelling: (u8, u16),
    /// The members, the head first.
    pub members: Vec<Member>,
}

impl Household {
    /// The head of the household.
    pub fn head(&self) -> PersonKey {
        self.members[0].person
    }
}

labelled! {
    /// A bank that pays out.
    Bank;
    RuralCredit, "清水县农村信用合作联社", "Gansu Rural Credit, Qingshui";
    Agricultural, "中国农业银行", "Agricultural Bank of China";
    Postal, "中国邮政储蓄银行", "Postal Savings Bank of China";
}

/// The account into which a person is paid; the holder is the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The holder.
    pub holder: PersonKey,
    /// The bank.
    pub bank: Bank,
    /// The number of the account.
    pub number: BankAccount,
    /// The number of the benefit card (一卡通) on that account.
    pub card: BankAccount,
}

labelled! {
    /// Where an orphan is placed (国办发〔2010〕54号).
    PlacementKind;
    Relatives, "亲属抚养", "with relatives";
    Adopted, "依法收养", "adopted";
}

/// The placement of a child without parents. Adopted children are placed and not paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    /// The child.
    pub child: PersonKey,
    /// Where the child lives.
    pub kind: PlacementKind,
}
