"""The rule of the bench in OpenFisca: same households, same results, timed."""

import resource
import sys
import time

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.holders import set_input_divide_by_period  # noqa: F401
from openfisca_core.periods import MONTH
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Person = build_entity(key="person", plural="persons", label="", is_person=True)
Household = build_entity(
    key="household", plural="households", label="", roles=[{"key": "member", "plural": "members"}]
)
STANDARD = 4200 / 12
MONTHS = 24
HOUSES = 1
RELIGIOUS = 3


def variable(name, entity, kind, formula=None):
    body = {"value_type": kind, "entity": entity, "definition_period": MONTH, "label": name}
    if formula is not None:
        body["formula"] = formula
    return type(name, (Variable,), body)


def counts(person, period):
    return (
        person("together", period)
        * numpy.logical_not(person("dead", period))
        * numpy.logical_not(person("prison", period))
        * numpy.logical_not(person("rehabilitation", period))
        * numpy.logical_not(person("missing", period))
        * (person("religious", period) < RELIGIOUS)
    )


def counted(person, period):
    gains = ["wage", "business", "property_income", "transfer", "other"]
    return sum(person(g, period) for g in gains) - person("cost", period) - person("exempt", period)


def size(household, period):
    return household.sum(household.members("counts", period))


def income(household, period):
    members = household.members
    return household.sum(members("counted", period) * members("counts", period)) / 12


def per_head(household, period):
    heads = household("size", period)
    return numpy.where(heads > 0, household("income", period) / numpy.maximum(heads, 1), numpy.inf)


def property_fits(household, period):
    return (
        (household("houses", period) <= HOUSES)
        * ((household("cars", period) == 0) + household("car_exempt", period))
        * (household("premises", period) == 0)
        * numpy.logical_not(household("registered", period))
        * (household("savings", period) <= STANDARD * household("size", period) * MONTHS)
    )


def eligible(household, period):
    return (household("per_head", period) < STANDARD) * household("property_fits", period)


def amount(household, period):
    covered = household.sum(household.members("covered", period))
    # Nobody left to cover: no income per head, and no gap.
    head = numpy.where(covered > 0, household("per_head", period), STANDARD)
    gap = numpy.maximum((STANDARD - head) * covered, 0)
    share = numpy.where(household("grace", period), 1.0, 1.0)
    # Halves away from nought, as the rule says, where numpy would round to even.
    return household("eligible", period) * numpy.floor(gap * share * 100 + 0.5) / 100


def system():
    built = TaxBenefitSystem([Person, Household])
    for name in ["wage", "business", "property_income", "transfer", "other", "cost", "exempt"]:
        built.add_variable(variable(name, Person, float))
    for name in ["dead", "prison", "rehabilitation", "missing", "covered"]:
        built.add_variable(variable(name, Person, bool))
    together = variable("together", Person, bool)
    together.default_value = True
    built.add_variable(together)
    built.add_variable(variable("religious", Person, int))
    for name in ["houses", "cars", "premises"]:
        built.add_variable(variable(name, Household, int))
    for name in ["car_exempt", "registered", "grace"]:
        built.add_variable(variable(name, Household, bool))
    built.add_variable(variable("savings", Household, float))
    built.add_variable(variable("counts", Person, bool, counts))
    built.add_variable(variable("counted", Person, float, counted))
    for name, kind, formula in [
        ("size", int, size),
        ("income", float, income),
        ("per_head", float, per_head),
        ("property_fits", bool, property_fits),
        ("eligible", bool, eligible),
        ("amount", float, amount),
    ]:
        built.add_variable(variable(name, Household, kind, formula))
    return built


def main(directory):
    def column(name, kind):
        return numpy.fromfile(f"{directory}/{name}.{'i64' if kind == '<i8' else 'u8'}", dtype=kind)

    of = column("household", "<i8")
    count = int(of[-1]) + 1
    prison = column("prison", "u1").astype(bool)
    built = system()
    best = float("inf")
    used = []
    for _ in range(20):
        builder = SimulationBuilder()
        builder.create_entities(built)
        builder.declare_person_entity("person", numpy.arange(len(of)))
        households = builder.declare_entity("household", numpy.arange(count))
        builder.join_with_persons(households, of, ["member"] * len(of))
        simulation = builder.build(built)
        for name in ["wage", "business", "transfer", "cost", "savings"]:
            simulation.set_input(name, "2017-03", column(name, "<i8") / 100)
        for name in ["houses", "cars"]:
            simulation.set_input(name, "2017-03", column(name, "u1"))
        simulation.set_input("prison", "2017-03", prison)
        simulation.set_input("covered", "2017-03", numpy.logical_not(prison))
        start, before = time.perf_counter(), time.process_time()
        found = simulation.calculate("eligible", "2017-03")
        paid = simulation.calculate("amount", "2017-03")
        best = min(best, time.perf_counter() - start)
        used.append(time.process_time() - before)
    ours = column("doudi", "<i8")
    theirs = numpy.where(found, numpy.rint(paid.astype(float) * 100), -1).astype("i8")
    verdicts = int(((ours >= 0) != found).sum())
    both = (ours >= 0) & found
    far = int((numpy.abs(ours - theirs)[both] > 1).sum())
    cents = int((numpy.abs(ours - theirs)[both] == 1).sum())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    mean = sum(used) / len(used)
    print(f"openfisca columns 1 {best * 1e6:.0f} µs, {mean * 1e6:.0f} µs of processor in the mean")
    print(f"openfisca qualify {int(found.sum())} memory {memory} MiB")
    print(f"differences verdicts {verdicts} one_fen {cents} more {far}")


main(sys.argv[1])
