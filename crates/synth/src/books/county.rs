use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::BookError;
use super::family::{Family, Places};
use super::sink::{Encoding, Sheet, Sink};
use super::{benefits, layout, register};
use crate::county::County;
use crate::model::{Household, HouseholdKey, Person, PersonKey, Programme, RosterEntry};

/// How far the writing of a file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The name of the file.
    pub file: &'a str,
    /// Households or persons written.
    pub done: usize,
    /// Households or persons to be written.
    pub total: usize,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFile {
    /// Its name in the folder.
    pub name: String,
    /// The kind of import it is for, as the pack calls it. Files of one kind are given to one
    /// import; the order of the list is the order of the imports.
    pub import: &'static str,
    /// Which files of that kind it holds (`households`, `persons`); a workbook may hold both.
    pub keys: &'static [&'static str],
    /// Rows below the column titles, over all sheets.
    pub rows: usize,
}

const NOTE: &str = "填报单位：清水县民政局　导出日期：2021-12-31";
/// Rows between two reports of progress.
const EVERY: usize = 1000;

impl County {
    /// Writes the opening roster as the files a county would bring: exports of the provincial
    /// system, the lists of the rural-revitalisation office, rosters of the allowances and the
    /// children, and Doudi's own template for families that stand in none of them or of whom the
    /// lists do not say enough.
    ///
    /// The bytes depend on the place alone. Returns the files in the order of import.
    pub fn write_workbooks(
        &self,
        dir: &Path,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Vec<WrittenFile>, BookError> {
        std::fs::create_dir_all(dir)?;
        let places = Places::new(&self.areas);
        let mut writer = Writer {
            county: self,
            places: &places,
            dir,
            progress,
            files: Vec::new(),
        };
        writer.dibao()?;
        writer.tekun()?;
        writer.lists()?;
        writer.others()?;
        writer.allowances()?;
        writer.children()?;
        Ok(writer.files)
    }
}

struct Writer<'a, 'p> {
    county: &'a County,
    places: &'a Places<'a>,
    dir: &'a Path,
    progress: &'p mut dyn FnMut(Progress<'_>),
    files: Vec<WrittenFile>,
}

impl<'a> Writer<'a, '_> {
    fn family(&self, key: HouseholdKey) -> Family<'a> {
        let household = self.county.household(key);
        Family {
            places: self.places,
            household,
            people: self.county.members(household),
        }
    }

    fn roster(&self, programme: Programme) -> Vec<&'a RosterEntry> {
        self.county
            .roster
            .iter()
            .filter(|entry| entry.programme() == programme)
            .collect()
    }

    fn households(&self, which: impl Fn(&Household) -> bool) -> Vec<HouseholdKey> {
        self.county
            .households
            .iter()
            .filter(|household| which(household))
            .map(|household| household.key)
            .collect()
    }

    fn tell(&mut self, file: &str, done: usize, total: usize) {
        if done.is_multiple_of(EVERY) || done == total {
            (self.progress)(Progress { file, done, total });
        }
    }

    fn wrote(
        &mut self,
        name: &str,
        import: &'static str,
        keys: &'static [&'static str],
        rows: usize,
    ) {
        self.files.push(WrittenFile {
            name: name.to_owned(),
            import,
            keys,
            rows,
        });
    }

    fn dibao(&mut self) -> Result<(), BookError> {
        let roster = self.roster(Programme::Dibao);
        let name = "农村低保家庭查询_620521_202112.xlsx";
        let columns = layout::dibao_households();
        let mut sink = Sink::book(
            &self.dir.join(name),
            &Sheet {
                title: "农村低保家庭查询",
                note: NOTE,
                columns: &columns,
            },
        )?;
        for (at, entry) in roster.iter().enumerate() {
            let family = self.family(entry.household);
            let account = family.account(entry, &self.county.accounts);
            sink.row(&layout::dibao_household(&family, at + 1, entry, account))?;
            self.tell(name, at + 1, roster.len());
        }
        sink.finish()?;
        self.wrote(
            name,
            "provincial_rural_dibao",
            &["households"],
            roster.len(),
        );

        let name = "农村低保人员查询_620521_202112.xlsx";
        let columns = layout::dibao_persons();
        let mut sink = Sink::book(
            &self.dir.join(name),
            &Sheet {
                title: "农村低保人员查询",
                note: NOTE,
                columns: &columns,
            },
        )?;
        let mut rows = 0;
        for (at, entry) in roster.iter().enumerate() {
            for row in layout::dibao_members(&self.family(entry.household), rows + 1, entry) {
                sink.row(&row)?;
                rows += 1;
            }
            self.tell(name, at + 1, roster.len());
        }
        sink.finish()?;
        self.wrote(name, "provincial_rural_dibao", &["persons"], rows);
        Ok(())
    }

    fn tekun(&mut self) -> Result<(), BookError> {
        let roster = self.roster(Programme::Tekun);
        let mut households: BTreeMap<HouseholdKey, Vec<&RosterEntry>> = BTreeMap::new();
        for entry in &roster {
            households.entry(entry.household).or_default().push(entry);
        }
        let name = "特困人员家庭查询_620521_202112.xlsx";
        let columns = benefits::tekun_households();
        let mut sink = Sink::book(
            &self.dir.join(name),
            &Sheet {
                title: "特困人员家庭查询",
                note: NOTE,
                columns: &columns,
            },
        )?;
        for (at, (household, entries)) in households.iter().enumerate() {
            let family = self.family(*household);
            sink.row(&benefits::tekun_household(
                &family,
                at + 1,
                entries,
                &self.county.accounts,
            ))?;
            self.tell(name, at + 1, households.len());
        }
        sink.finish()?;
        self.wrote(name, "provincial_tekun", &["households"], households.len());

        let name = "特困人员查询_620521_202112.xlsx";
        let columns = benefits::tekun_persons();
        let mut sink = Sink::book(
            &self.dir.join(name),
            &Sheet {
                title: "特困人员查询",
                note: NOTE,
                columns: &columns,
            },
        )?;
        for (at, entry) in roster.iter().enumerate() {
            let family = self.family(entry.household);
            sink.row(&benefits::tekun_person(
                &family,
                at + 1,
                entry,
                &self.county.accounts,
            ))?;
            self.tell(name, at + 1, roster.len());
        }
        sink.finish()?;
        self.wrote(name, "provincial_tekun", &["persons"], roster.len());
        Ok(())
    }

    fn lists(&mut self) -> Result<(), BookError> {
        let listed = self.households(|household| household.list.is_some());
        let name = "防返贫监测_户信息_202112.csv";
        let mut sink = Sink::csv(
            &self.dir.join(name),
            Encoding::Utf8,
            &register::LIST_HOUSEHOLDS,
        )?;
        for (at, household) in listed.iter().enumerate() {
            sink.row(&register::list_household(&self.family(*household)))?;
            self.tell(name, at + 1, listed.len());
        }
        sink.finish()?;
        self.wrote(name, "rural_revitalisation", &["households"], listed.len());

        let name = "防返贫监测_家庭成员信息_202112.csv";
        let mut sink = Sink::csv(
            &self.dir.join(name),
            Encoding::Utf8,
            &register::LIST_PERSONS,
        )?;
        let mut rows = 0;
        for (at, household) in listed.iter().enumerate() {
            let family = self.family(*household);
            for nth in 0..family.people.len() {
                sink.row(&register::list_person(&family, nth))?;
                rows += 1;
            }
            self.tell(name, at + 1, listed.len());
        }
        sink.finish()?;
        self.wrote(name, "rural_revitalisation", &["persons"], rows);
        Ok(())
    }

    /// Families in neither of the exports: those on no list, and those on a list with a disabled
    /// member of whom no other file says so, because the lists do not tell disabilities.
    fn others(&mut self) -> Result<(), BookError> {
        let county = self.county;
        let exported: BTreeSet<HouseholdKey> = county
            .roster
            .iter()
            .filter(|entry| matches!(entry.programme(), Programme::Dibao | Programme::Tekun))
            .map(|entry| entry.household)
            .collect();
        let described: BTreeSet<PersonKey> =
            county.roster.iter().map(|entry| entry.holder).collect();
        let others = self.households(|household| {
            let untold =
                |person: &Person| person.disability.is_some() && !described.contains(&person.key);
            !exported.contains(&household.key)
                && (household.list.is_none() || county.members(household).iter().any(untold))
        });
        let name = "其他登记家庭_202112.xlsx";
        let columns = register::own_households();
        let mut sink = Sink::book(
            &self.dir.join(name),
            &Sheet {
                title: "家庭",
                note: "",
                columns: &columns,
            },
        )?;
        for household in &others {
            let family = self.family(*household);
            sink.row(&register::own_household(
                &family,
                self.county.accounts.get(&family.head().key),
            ))?;
        }
        let columns = register::own_persons();
        sink.sheet(&Sheet {
            title: "成员",
            note: "",
            columns: &columns,
        })?;
        let mut rows = others.len();
        for (at, household) in others.iter().enumerate() {
            let family = self.family(*household);
            for nth in 0..family.people.len() {
                sink.row(&register::own_person(&family, nth))?;
                rows += 1;
            }
            self.tell(name, at + 1, others.len());
        }
        sink.finish()?;
        self.wrote(name, "doudi_template", &["households", "persons"], rows);
        Ok(())
    }

    fn allowances(&mut self) -> Result<(), BookError> {
        let mut persons: BTreeMap<PersonKey, Vec<&RosterEntry>> = BTreeMap::new();
        for programme in [Programme::DisabilityLiving, Programme::DisabilityCare] {
            for entry in self.roster(programme) {
                persons.entry(entry.holder).or_default().push(entry);
            }
        }
        let name = "残疾人两项补贴_202112.csv";
        let mut sink = Sink::csv(
            &self.dir.join(name),
            Encoding::Gb18030,
            &benefits::allowances(),
        )?;
        for (at, entries) in persons.values().enumerate() {
            let family = self.family(entries[0].household);
            sink.row(&benefits::allowance(
                &family,
                at + 1,
                entries,
                &self.county.accounts,
            ))?;
            self.tell(name, at + 1, persons.len());
        }
        sink.finish()?;
        self.wrote(name, "disability_allowances", &["persons"], persons.len());
        Ok(())
    }

    fn children(&mut self) -> Result<(), BookError> {
        let roster = self.roster(Programme::Orphan);
        let name = "孤儿_202112.xlsx";
        let columns = benefits::orphans();
        let mut sink = Sink::book(
            &self.dir.join(name),
            &Sheet {
                title: "孤儿",
                note: NOTE,
                columns: &columns,
            },
        )?;
        for (at, entry) in roster.iter().enumerate() {
            let family = self.family(entry.household);
            sink.row(&benefits::orphan(
                &family,
                at + 1,
                entry,
                &self.county.accounts,
            ))?;
            self.tell(name, at + 1, roster.len());
        }
        sink.finish()?;
        self.wrote(name, "orphans", &["persons"], roster.len());

        let roster = self.roster(Programme::UnsupportedChild);
        let name = "事实无人抚养儿童_202112.csv";
        let mut sink = Sink::csv(
            &self.dir.join(name),
            Encoding::Utf8Bom,
            &benefits::unsupported_children(),
        )?;
        for (at, entry) in roster.iter().enumerate() {
            let family = self.family(entry.household);
            sink.row(&benefits::unsupported_child(
                &family,
                at + 1,
                entry,
                &self.county.accounts,
            ))?;
            self.tell(name, at + 1, roster.len());
        }
        sink.finish()?;
        self.wrote(name, "unsupported_children", &["persons"], roster.len());
        Ok(())
    }
}
