"""Finds the people of a list in five files with other tools: one line of JSON for each run.

usage: match_peers.py DIR TOOL    TOOL: duckdb-join | duckdb | polars | pandas | sqlite

`duckdb-join` cleans the keys and joins; `duckdb` also converts numbers of 15 digits and checks
check characters and birth dates, as doudi does, so that its hits must be the same. The others
clean and join only.
"""

import csv
import glob
import json
import os
import resource
import sys
import time

folder, tool = sys.argv[1], sys.argv[2]
sources = ["房产", "社保", "车辆", "财政供养", "工商"]
threads = os.cpu_count()
out = os.path.join(folder, f"out-{tool}")
os.makedirs(out, exist_ok=True)
started = time.perf_counter()
hits = 0

CLEAN = "upper(replace(replace({0}, ' ', ''), '''', ''))"
SUM = " + ".join(
    f"CAST(substr(k, {i + 1}, 1) AS INTEGER) * {w}"
    for i, w in enumerate([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
)


def duckdb(checks):
    import duckdb

    con = duckdb.connect()
    con.execute(f"SET threads = {threads}")
    con.execute("SET preserve_insertion_order = false")
    total = 0
    list_ = f"read_csv('{folder}/subjects.csv', all_varchar = true)"
    con.execute(f"CREATE TABLE list AS SELECT *, {CLEAN.format('身份证号')} AS k FROM {list_}")
    for source in sources:
        rows = f"read_csv('{folder}/{source}.csv', all_varchar = true)"
        key = CLEAN.format("证件号码")
        if checks:
            check = f"substr('10X98765432', ({SUM}) % 11 + 1, 1)"
            rows = f"""
              (SELECT * EXCLUDE (k, b), CASE WHEN length(b) = 15 THEN k || {check} ELSE b END AS k
               FROM (SELECT *, CASE WHEN length(b) = 15 THEN substr(b, 1, 6) || '19' || substr(b, 7)
                                    ELSE substr(b, 1, 17) END AS k
                     FROM (SELECT *, {key} AS b FROM {rows})
                     WHERE regexp_matches(b, '^([0-9]{{17}}[0-9X]|[0-9]{{15}})$'))
               WHERE (length(b) = 15 OR substr(b, 18, 1) = {check})
                 AND try_strptime(substr(k, 7, 8), '%Y%m%d') IS NOT NULL)"""
        else:
            rows = f"(SELECT *, {key} AS k FROM {rows})"
        target = os.path.join(out, f"{source}.csv")
        con.execute(f"COPY (SELECT * FROM {rows} s JOIN list l ON s.k = l.k) TO '{target}' (HEADER)")
        total += con.execute(
            f"SELECT count(*) FROM read_csv('{target}', all_varchar = true)"
        ).fetchone()[0]
    return total


def polars():
    import polars as pl

    def clean(name):
        return pl.col(name).str.replace_all("[ ']", "").str.to_uppercase().alias("k")

    total = 0
    people = pl.scan_csv(f"{folder}/subjects.csv", infer_schema=False).with_columns(clean("身份证号"))
    for source in sources:
        rows = pl.scan_csv(f"{folder}/{source}.csv", infer_schema=False).with_columns(clean("证件号码"))
        target = os.path.join(out, f"{source}.csv")
        rows.join(people, on="k").sink_csv(target)
        total += pl.scan_csv(target, infer_schema=False).select(pl.len()).collect().item()
    return total


def pandas():
    import pandas as pd

    def clean(column):
        return column.str.replace("[ ']", "", regex=True).str.upper()

    people = pd.read_csv(f"{folder}/subjects.csv", dtype=str)
    people["k"] = clean(people["身份证号"])
    total = 0
    for source in sources:
        target = os.path.join(out, f"{source}.csv")
        first = True
        for rows in pd.read_csv(f"{folder}/{source}.csv", dtype=str, chunksize=500_000):
            rows["k"] = clean(rows["证件号码"])
            found = rows.merge(people, on="k")
            found.to_csv(target, mode="w" if first else "a", header=first, index=False)
            total += len(found)
            first = False
    return total


def sqlite():
    import sqlite3

    path = os.path.join(out, "match.db")
    if os.path.exists(path):
        os.remove(path)
    con = sqlite3.connect(path)
    con.execute("PRAGMA journal_mode = OFF")
    con.execute("PRAGMA synchronous = OFF")
    total = 0

    def load(name, key):
        with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            titles = next(rows)
            at = titles.index(key)
            table = f'"{name}"'
            con.execute(f"CREATE TABLE {table} ({', '.join(chr(34) + t + chr(34) for t in titles)}, k)")
            marks = ", ".join("?" * (len(titles) + 1))
            con.executemany(
                f"INSERT INTO {table} VALUES ({marks})",
                (row + [row[at].replace(" ", "").replace("'", "").upper()] for row in rows),
            )

    load("subjects", "身份证号")
    con.execute("CREATE INDEX people ON subjects (k)")
    for source in sources:
        load(source, "证件号码")
        with open(os.path.join(out, f"{source}.csv"), "w", encoding="utf-8", newline="") as file:
            write = csv.writer(file)
            found = con.execute(f'SELECT * FROM "{source}" s JOIN subjects l ON s.k = l.k')
            for row in found:
                write.writerow(row)
                total += 1
        con.execute(f'DROP TABLE "{source}"')
    return total


runs = {
    "duckdb-join": lambda: duckdb(False),
    "duckdb": lambda: duckdb(True),
    "polars": polars,
    "pandas": pandas,
    "sqlite": sqlite,
}
hits = runs[tool]()
# Counting the hits means reading the results again, a few hundredths of the work.
seconds = time.perf_counter() - started
print(
    json.dumps(
        {
            "tool": tool,
            "hits": hits,
            "seconds": round(seconds, 3),
            "cpu": round(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]), 2),
            "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
    )
)
for file in glob.glob(os.path.join(out, "*")):
    os.remove(file)
os.rmdir(out)
