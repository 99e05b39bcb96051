//! Tests over the whole router: what every endpoint must do, whoever asks, and a small county's
//! months from roster to bank return. They run on SQLite, and on PostgreSQL when `DOUDI_TEST_PG`
//! names a server.

#[cfg(test)]
mod alignment;
#[cfg(test)]
mod assessments;
#[cfg(test)]
mod binding;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod county;
#[cfg(test)]
mod deliveries;
#[cfg(test)]
mod description;
#[cfg(test)]
mod doors;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod filled;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod granting;
#[cfg(test)]
mod huangshi;
#[cfg(test)]
mod life;
#[cfg(test)]
mod linking;
#[cfg(test)]
mod matrix;
#[cfg(test)]
mod months;
#[cfg(test)]
mod office;
#[cfg(test)]
mod oversight;
#[cfg(test)]
mod papers;
#[cfg(test)]
mod portal;
#[cfg(test)]
mod raise;
#[cfg(test)]
mod relief;
#[cfg(test)]
mod rosters;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod simulations;
#[cfg(test)]
mod templates;
#[cfg(test)]
mod township;
#[cfg(test)]
mod upper;
#[cfg(test)]
mod verification;
#[cfg(test)]
mod verified;
#[cfg(test)]
mod walk;
#[cfg(test)]
mod wrong;
