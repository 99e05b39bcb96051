//! Events: a slice is told of what later slices did, in the same transaction.
//!
//! The event's type belongs to the slice that receives it; the later slice raises it with
//! `tx.event(&…)`, the receiver's handler is registered on the floor.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::Arc,
};

use async_trait::async_trait;

use crate::{problem::Result, tx::Tx};

/// What a slice does on an event.
#[async_trait]
pub trait Handler<E>: Send + Sync {
    /// Does it, as part of the unit of work.
    async fn handle(&self, tx: &mut Tx, event: &E) -> Result<()>;
}

/// The handlers of each event type, in the order of registration.
#[derive(Default)]
pub(crate) struct Handlers(HashMap<TypeId, Vec<Box<dyn Any + Send + Sync>>>);

impl Handlers {
    pub fn add<E: Send + Sync + 'static>(&mut self, handler: Arc<dyn Handler<E>>) {
        self.0
            .entry(TypeId::of::<E>())
            .or_default()
            .push(Box::new(handler));
    }

    pub fn of<E: Send + Sync + 'static>(&self) -> Vec<Arc<dyn Handler<E>>> {
        let list = self
            .0
            .get(&TypeId::of::<E>())
            .map(Vec::as_slice)
            .unwrap_or_default();
        list.iter()
            .filter_map(|h| h.downcast_ref::<Arc<dyn Handler<E>>>())
            .cloned()
            .collect()
    }
}
