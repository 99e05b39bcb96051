//! The operations of verify.

use platform::Operation;

/// All operations of the slice.
pub const OPERATIONS: &[Operation] = &[];
