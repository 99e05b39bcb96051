//! The API's description and the code say the same.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use server::{openapi, wiring};

/// An endpoint of the description.
#[derive(Clone, Debug)]
pub struct Endpoint {
    pub id: String,
    pub method: String,
    /// Below `/api/v1`, with its parameters in braces.
    pub path: String,
    pub upload: bool,
}

/// All endpoints, by operation.
pub fn endpoints() -> BTreeMap<String, Endpoint> {
    let document: Value = serde_json::from_str(&openapi::text().unwrap()).unwrap();
    let mut found = BTreeMap::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap().to_owned();
            let endpoint = Endpoint {
                id: id.clone(),
                method: method.to_uppercase(),
                path: path.strip_prefix("/api/v1").unwrap().to_owned(),
                upload: operation["requestBody"]["content"]["multipart/form-data"].is_object(),
            };
            assert!(
                found.insert(id.clone(), endpoint).is_none(),
                "{id} is described twice"
            );
        }
    }
    found
}

/// Operations without an address: steps of jobs, and what only the server's own commands do.
pub const INTERNAL: &[&str] = &[
    "decide.case.clash",
    "decide.case.clock",
    "decide.decision.apply",
    "decide.recheck.find",
    "decide.recheck.open",
    "decide.gap.find",
    "directory.division.load",
    "disburse.batch.gather",
    "disburse.batch.write",
    "disburse.return.apply",
    "disburse.roll.compute",
    "oversight.alignment.build",
    "oversight.read_back.take",
    "oversight.run.gather",
    "registry.import.read",
    "registry.member.clash",
    "verify.batch.send",
    "verify.delivery.ingest",
    "verify.link.work",
    "verify.run.step",
];

#[test]
fn every_endpoint_is_an_operation_and_every_operation_has_one() {
    let operations: BTreeSet<&str> = wiring::operations()
        .iter()
        .map(|operation| operation.id)
        .collect();
    let described = endpoints();
    for id in described.keys() {
        assert!(
            operations.contains(id.as_str()),
            "{id} is described, but no operation"
        );
        assert!(
            !INTERNAL.contains(&id.as_str()),
            "{id} has an address, so it is not internal"
        );
    }
    for id in operations {
        assert!(
            described.contains_key(id) || INTERNAL.contains(&id),
            "{id} has no endpoint; describe it, or list it as internal with its reason"
        );
    }
}

#[test]
fn reading_is_get_and_changing_is_not() {
    let described = endpoints();
    for operation in wiring::operations() {
        let Some(endpoint) = described.get(operation.id) else {
            continue;
        };
        // A secret is asked for with its reason in the body, which no log of addresses keeps.
        // So are a family's circumstances, by whoever works out what he may get.
        // A report file is looked through before it is taken, and a file has no address.
        let told = [
            "registry.person.reveal",
            "policy.calculator.work_out",
            "verify.report.preview",
            "decide.simulation.run",
            "decide.simulation.families",
        ];
        if told.contains(&operation.id) {
            assert_eq!(endpoint.method, "POST");
            continue;
        }
        let reads = operation.kind == platform::Kind::Query;
        assert_eq!(
            endpoint.method == "GET",
            reads,
            "{} {}",
            endpoint.method,
            operation.id
        );
    }
}

#[test]
fn every_operation_says_its_name_in_both_languages() {
    for operation in wiring::operations() {
        assert!(
            !operation.zh.is_empty() && !operation.en.is_empty(),
            "{}",
            operation.id
        );
        let parts: Vec<&str> = operation.id.split('.').collect();
        assert_eq!(parts.len(), 3, "{}: slice.noun.verb", operation.id);
    }
}

#[test]
fn every_problem_is_documented() {
    let mut text = String::from(
        "# Problems\n\nEvery problem that the API answers: its stable code, HTTP status and title. \
         The file is made from the code by `UPDATE=1 cargo test -p tests`.\n\n\
         | code | status | 中文 | English |\n|---|---|---|---|\n",
    );
    let mut problems = wiring::problems();
    problems.sort_by_key(|problem| problem.code);
    for problem in problems {
        text.push_str(&format!(
            "| {} | {} | {} | {} |\n",
            problem.code, problem.status, problem.zh, problem.en
        ));
    }
    crate::golden::check("docs/problems.md", &text);
}
