//! Tells cargo what the binary embeds besides its sources.

fn main() {
    // Set by `cargo xtask demo` to a digest of the console's sources.
    println!("cargo::rerun-if-env-changed=DOUDI_WEB_DIGEST");
    println!("cargo::rerun-if-changed=../../packs");
}
