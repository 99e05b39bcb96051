//! The printed figures of the report of 2022-10-25, as targets of the plan, and the free
//! choices between them. Nothing outside the plan reads these numbers: reports count records.

use crate::model::{DibaoClass, Revitalisation};

/// Households and persons.
pub(super) type Pair = (usize, usize);

/// One list of the rural-revitalisation office (F-009 … F-012), and how the free counts
/// inside it are chosen.
pub(super) struct Cell {
    pub list: Revitalisation,
    /// Households and members on the list.
    pub all: Pair,
    /// 一二类: households and persons covered.
    pub upper: Pair,
    /// 三四类: households and persons covered.
    pub lower: Pair,
    pub tekun: Pair,
    /// Families of orphans, and orphans.
    pub orphans: Pair,
    /// Families of unsupported children, and the children.
    pub unsupported: Pair,
    /// Families with one of the two allowances, and all their members.
    pub allowances: Pair,
    /// Families given temporary relief, and the persons helped.
    pub relief: Pair,
    /// Free: single-person dibao awards among `upper`.
    pub singles: usize,
    /// Free: members of dibao households beyond those covered.
    pub uncovered: usize,
    /// Free: upper and lower whole households with a recipient of the living allowance, and
    /// the members of the lower ones.
    pub recipients: (usize, Pair),
    /// Free: members of the families with the care allowance alone.
    pub care_members: usize,
    /// Free: relief families with a student, and with an accident.
    pub students: usize,
    pub accidents: usize,
}

pub(super) const CELLS: [Cell; 4] = [
    Cell {
        list: Revitalisation::OutOfPoverty,
        all: (20_753, 94_176),
        upper: (1687, 5783),
        lower: (1017, 4517),
        tekun: (120, 139),
        orphans: (4, 4),
        unsupported: (0, 0),
        allowances: (1218, 4178),
        relief: (2075, 4671),
        singles: 30,
        uncovered: 330,
        recipients: (700, (280, 1120)),
        care_members: 640,
        students: 300,
        accidents: 8,
    },
    Cell {
        list: Revitalisation::Unstable,
        all: (700, 3311),
        upper: (215, 884),
        lower: (77, 392),
        tekun: (5, 5),
        orphans: (2, 2),
        unsupported: (11, 20),
        allowances: (106, 363),
        relief: (98, 249),
        singles: 5,
        uncovered: 30,
        recipients: (60, (15, 69)),
        care_members: 76,
        students: 12,
        accidents: 0,
    },
    Cell {
        list: Revitalisation::Marginal,
        all: (1124, 4559),
        upper: (448, 1545),
        lower: (244, 1085),
        tekun: (4, 8),
        orphans: (0, 0),
        unsupported: (14, 20),
        allowances: (199, 613),
        relief: (173, 405),
        singles: 10,
        uncovered: 60,
        recipients: (120, (29, 116)),
        care_members: 104,
        students: 25,
        accidents: 2,
    },
    Cell {
        list: Revitalisation::Sudden,
        all: (45, 214),
        upper: (24, 109),
        lower: (5, 27),
        tekun: (1, 1),
        orphans: (0, 0),
        unsupported: (1, 1),
        allowances: (11, 14),
        relief: (18, 85),
        singles: 0,
        uncovered: 38,
        recipients: (0, (0, 0)),
        care_members: 14,
        students: 2,
        accidents: 1,
    },
];

/// 一类 … 四类: households and persons covered (F-006, F-007 with D-02 resolved).
pub(super) const CLASSES: [Pair; 4] = [(1262, 2088), (4243, 10_243), (2908, 12_565), (163, 801)];
/// Single-person dibao, all of disabled persons (F-006, F-018).
pub(super) const SINGLES: usize = 2427;
/// Free: the singles of class 1; the others are class 2.
pub(super) const SINGLES_FIRST: usize = 890;
/// Disabled persons covered with their whole household (F-018).
pub(super) const WHOLE_DISABLED: usize = 2770;
/// Care allowance, living allowance, both (F-019).
pub(super) const CARE: usize = 4970;
pub(super) const LIVING: usize = 4808;
pub(super) const BOTH: usize = 3287;
/// Free: singles of grades 1 and 2, who have both allowances; the others are third-grade
/// intellectual or mental disabilities with the living allowance alone.
pub(super) const SINGLES_BOTH: usize = 2100;
/// Persons whose allowances were removed in the year (F-021).
pub(super) const REMOVED: usize = 295;
/// Tekun households and persons, entries, tier changes, places in institutions (F-008,
/// F-021, F-026).
pub(super) const TEKUN: Pair = (910, 968);
pub(super) const TEKUN_ENTRIES: usize = 85;
pub(super) const IN_INSTITUTION: usize = 41;
/// Person-months of tekun, January to October, without ability and with partial ability;
/// with them the printed sum (policy-facts §17 Q7) is met to the fen.
pub(super) const TIER_MONTHS: (i64, i64) = (1254, 2922);
/// Orphans paid; placed but adopted and not paid (F-008, F-024, D-06).
pub(super) const ORPHANS: usize = 25;
pub(super) const ADOPTED: usize = 3;
/// Unsupported children, and their person-months January to October (policy-facts §17 Q8).
pub(super) const UNSUPPORTED: usize = 168;
pub(super) const UNSUPPORTED_MONTHS: i64 = 1631;
/// Temporary relief January to October, its amount in fen, families with a student, and
/// with an accident (F-013, F-027).
pub(super) const RELIEF: Pair = (9802, 20_003);
pub(super) const RELIEF_FEN: i64 = 2_281_581_800;
pub(super) const STUDENTS: usize = 577;
pub(super) const ACCIDENTS: usize = 33;
/// Grace periods begun in the year: households and persons (F-021).
pub(super) const GRACE: Pair = (353, 1568);

/// New awards in the year by class: singles, whole households, persons of the whole
/// households. Classes 1 and 2 make 192户463人 (F-021); the others are free.
pub(super) const ENTRIES: [(usize, Pair); 4] = [
    (40, (12, 46)),
    (40, (100, 337)),
    (0, (270, 1180)),
    (0, (16, 80)),
];

/// Awards that end in the year by class: singles (by death), whole households and their
/// persons, and how many of the whole households end with a grace period. The persons of
/// classes 1 and 2 follow from the share of December (F-022, see the module `course`).
pub(super) const EXITS: [(usize, Pair, usize); 4] = [
    (22, (8, 29), 0),
    (38, (58, 201), 20),
    (0, (208, 915), 182),
    (0, (12, 58), 8),
];

/// Single members who die out of a continuing award, by class.
pub(super) const DEATHS: [usize; 4] = [10, 35, 74, 6];

/// Changes of class: from, to, households and persons.
pub(super) const CLASS_CHANGES: [(DibaoClass, DibaoClass, Pair); 6] = [
    (DibaoClass::Third, DibaoClass::Second, (20, 85)),
    (DibaoClass::Second, DibaoClass::Third, (25, 95)),
    (DibaoClass::Second, DibaoClass::First, (10, 36)),
    (DibaoClass::First, DibaoClass::Second, (12, 38)),
    (DibaoClass::Fourth, DibaoClass::Third, (8, 35)),
    (DibaoClass::Third, DibaoClass::Fourth, (6, 29)),
];
