//! What was read on the way to a result.

use std::cell::RefCell;

use crate::fault::Span;
use crate::functions::Why;
use crate::program::VariableId;
use crate::schema::{FactId, ParameterId};

/// One thing read, of the row at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Read {
    Fact(FactId, u32),
    /// A fact that its rule gave.
    Rule(FactId, u32, VariableId),
    Parameter(ParameterId),
    Variable(VariableId, u32),
}

/// One variable computed.
#[derive(Debug)]
pub(crate) struct Record {
    pub variable: VariableId,
    pub index: u32,
    pub reads: Vec<Read>,
    pub notes: Vec<(Span, Why)>,
}

/// The reads and notes of a variable that is being computed.
type Page = (Vec<Read>, Vec<(Span, Why)>);

/// Takes down reads while variables are computed inside one another.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    open: RefCell<Vec<Page>>,
    done: RefCell<Vec<Record>>,
}

impl Recorder {
    pub fn open(&self) {
        self.open.borrow_mut().push(Default::default());
    }

    pub fn close(&self, variable: VariableId, index: u32) {
        if let Some((reads, notes)) = self.open.borrow_mut().pop() {
            self.done.borrow_mut().push(Record {
                variable,
                index,
                reads,
                notes,
            });
        }
    }

    pub fn read(&self, read: Read) {
        if let Some((reads, _)) = self.open.borrow_mut().last_mut()
            && !reads.contains(&read)
        {
            reads.push(read);
        }
    }

    pub fn note(&self, span: Span, why: Why) {
        if let Some((_, notes)) = self.open.borrow_mut().last_mut()
            && !notes.contains(&(span, why))
        {
            notes.push((span, why));
        }
    }

    pub fn finish(self) -> Vec<Record> {
        self.done.into_inner()
    }
}
