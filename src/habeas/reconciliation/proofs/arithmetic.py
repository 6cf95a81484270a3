"""Proofs in words: the sum that a reader can follow on paper, and the rules that it rests on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from habeas.population_titles import known_titles
from habeas.reconciliation.bounds import Bound
from habeas.reconciliation.contradictions import (
    Left,
    assumes_nobody_died,
    assumes_nobody_unaccounted,
    left_out,
)
from habeas.reconciliation.proofs.as_said import as_said, is_of_the_source
from habeas.reconciliation.rows import DIED, ENTERED, UNACCOUNTED, ClaimSide, Proof, Rule, Step
from habeas.reconciliation.system import LOOSE_KINDS, Question
from habeas.vocabulary import Claim, InputError, Measure, PartialDate, Scopes
from habeas.wording import words_of


@dataclass(frozen=True)
class Teller:
    """Tells proofs to readers of one language.

    claims: the case's claims by id. scopes: for the scopes' names. home: the place that a scope's
    bare key stands for, where the case has claims of others too. register: whether answers are of a
    source's own register, which grows by late entries as well as by arrests.
    """

    claims: Mapping[str, Claim]
    scopes: Scopes
    language: str = "en"
    home: str = ""
    register: bool = False

    @cached_property
    def stocks(self) -> frozenset[str]:
        """The ids of claims of who is held."""
        return frozenset(key for key, each in self.claims.items() if each.measure is Measure.HELD)

    @property
    def words(self) -> Mapping[str, Any]:
        """The words of the language. Raises InputError for a language that has none."""
        return words_of("habeas.reconciliation.proofs", self.language)

    def contradiction(self, proof: Proof, shortfall: int | None = None) -> str:
        """Tell why some claims cannot all be true, in a few sentences.

        shortfall: how many people at least they do not account for if all are right.
        """
        lows, highs = sides(proof, "low"), [*sides(proof, "high"), *deaths_counted(proof)]
        left, total = self._sum(lows), sum_of(lows)
        if highs:
            fields = {"right": self._sum(highs), "limit": self.number(-sum_of(highs))}
            text = self.words["but"].format(left=left, sum=self.number(total), **fields)
        else:
            text = self.words["nobody"].format(left=left, sum=self.number(total))
        return self._with_rules(capitalised(text), proof, self._explained(proof, shortfall))

    def _explained(self, proof: Proof, shortfall: int | None) -> str:
        left = left_out(proof, self.stocks)
        told = [self.supposition(left, proof, died_only=True)]
        if shortfall is not None:
            told.append(self.words["shortfall"].format(people=self.number(shortfall)))
        elif left:
            told.append(self.words["unexplained"])
        return " ".join(filter(None, told))

    def supposition(self, left: Left, proof: Proof, *, died_only: bool = False) -> str:
        """Tell what a proof takes for granted of people who are in no count: "" where nothing."""
        told = []
        if assumes_nobody_died(left, proof):
            told.append(self.words["nobody_died"])
        if not died_only and assumes_nobody_unaccounted(left, proof):
            told.append(self.words["nobody_unaccounted"])
        joined = f" {self.words['and']} ".join(told)
        return str(self.words["supposes"].format(what=joined)) if told else ""

    def bound(self, bound: Bound, end: str) -> str:
        """Tell what forces one end ("low" or "high") of a bound, in a few sentences.

        Raises InputError where that end has no limit and so no proof.
        """
        told, others = self._forced(bound, end), otherwise(bound, end)
        if not others:
            return told
        more = "; ".join(self._amount(proof, end) for proof in others)
        return f"{told} {self.words['otherwise'].format(others=more)}"

    def _amount(self, proof: Proof, end: str) -> str:
        """Tell what a proof of one end comes to: "at least 1,136 = 968 (…) + 168 (…)"."""
        people = self.number(abs(math.ceil(proof.least)))
        return f"{self.words['amount'][end].format(number=people)} = {self._terms(proof, end)}"

    def _terms(self, proof: Proof, end: str) -> str:
        adding, taking = ("low", "high") if end == "low" else ("high", "low")
        by_side = {"low": sides(proof, "low"), "high": sides(proof, "high")}
        by_side["high"] += deaths_counted(proof)
        terms = " + ".join(self._term(step) for step in by_side[adding]) or "0"
        return terms + "".join(f" − {self._term(step)}" for step in by_side[taking])

    def _forced(self, bound: Bound, end: str) -> str:
        proof = bound.low_proof if end == "low" else bound.high_proof
        if bound.question.measure is Measure.DIED and bound.high is None and not bound.low:
            question = self.question(bound.question)
            return capitalised(self.words["nobody_counts"].format(question=question))
        if proof is None:
            raise InputError("has no upper limit, so there is nothing to prove", value=str(bound))
        number = bound.low if end == "low" else (bound.high or 0)
        sum_text = self.number(number)
        what = self.words[end].format(question=self.question(bound.question), sum=sum_text)
        assumed = self.supposes(bound, end)
        if not (proof.claims or deaths_counted(proof)):
            # From above only a rule can speak: nobody has come yet, nobody has died.
            key = "no_claims" if end == "low" else "rules_alone"
            told = capitalised(self.words[key].format(what=what))
            return told if end == "low" else self._with_rules(told, proof, assumed)
        exact = abs(proof.least)
        rounded = "" if exact == number else self.words["rounded"].format(number=sum_text)
        told = self.words["given"].format(what=what, terms=self._terms(proof, end), rounded=rounded)
        return self._with_rules(capitalised(told), proof, assumed)

    def supposes(self, bound: Bound, end: str) -> str:
        """Tell what one end of a bound takes for granted of people in no count: "" for nothing."""
        proof = bound.low_proof if end == "low" else bound.high_proof
        if proof is None:
            return ""
        of_stock = bound.question.measure is Measure.HELD
        return self.supposition(left_out(proof, self.stocks, of_stock), proof)

    def question(self, question: Question) -> str:
        """Tell what is asked: "Held on 1 January 2026, protest detainees"."""
        scope = self.scope(question.scope)
        if question.minus:
            fields = {"scope": scope, "minus": self.scope(question.minus)}
            scope = self.words["questions"]["minus"].format(**fields)
        when = self.day(question.end)
        if question.start:
            when = self.words["days"].format(first=self.day(question.start), last=when)
        elif question.measure.is_flow:
            when = self.words["questions"]["until"].format(day=when)
        entered = self.register and question.measure is Measure.DETAINED
        form = self.words["questions"]["registered" if entered else question.measure]
        return str(form.format(when=when, scope=scope))

    def scope(self, key: str) -> str:
        """Return a scope's name for readers."""
        outer, slash, part = key.partition("/")
        kind, at, place = outer.partition("@")
        declared = self.scopes.by_key.get(kind)
        title = (declared.titles if declared else {}).get(self.language)
        title = title or known_titles(kind).get(self.language)
        name = uncapitalised(title or kind.replace("_", " "))
        place = self.named(place if at else self.home)
        name += f" ({place})" if place else ""
        return f"{name}: {', '.join(map(self.named, part.split('@')))}" if slash else name

    def day(self, day: date | PartialDate) -> str:
        """Return a day, a month or a year in words."""
        if isinstance(day, PartialDate) and not day.exact:
            parts = day.text.split("-")
            month = f"{self.words['months'][int(parts[1]) - 1]} " if len(parts) > 1 else ""
            return month + parts[0]
        whole = day.earliest if isinstance(day, PartialDate) else day
        month = self.words["months"][whole.month - 1]
        return str(self.words["day"].format(day=whole.day, month=month, year=whole.year))

    def number(self, value: Fraction | int) -> str:
        """Return a number with the thousands separator of the language; fractions as n/d."""
        exact = Fraction(value)
        whole = f"{exact.numerator:,}".replace(",", self.words["thousands"])
        return whole if exact.denominator == 1 else f"{whole}/{exact.denominator}"

    def side(self, step: Step) -> str:
        """Tell one claim of a proof: "at least 99 released (ve144: …, 25 December 2025)"."""
        origin = step.row.origin
        if isinstance(origin, Rule):
            return str(self.words["deaths_counted"].format(number=self.number(-step.row.least)))
        claim = self.claims[origin.claim]
        form = self.words["at_least" if origin.side == "low" else "at_most"]
        measure = self.counted(claim)
        said = form.format(number=self.number(abs(step.row.least)), measure=measure)
        fields = {"said": said, "claimant": self.claimant(claim), "day": self._when(claim)}
        limit = abs(step.row.least)
        if not is_of_the_source(claim.quantity, origin.side, limit):
            fields["claimant"] = self.words["taken"].format(
                claimant=fields["claimant"],
                said=as_said(claim.quantity, self.words, self.number),
                limit=form.format(number=self.number(limit), measure="").strip(),
            )
        told = str(self.words["claim"].format(**fields))
        return told if step.multiplier == 1 else f"{self.number(step.multiplier)} × {told}"

    def claimant(self, claim: Claim) -> str:
        """Name who says a claim; the outlet, or nobody, where it names no one."""
        name = claim.claimant or claim.evidence.reported_by
        return self.named(name) if name else str(self.words["anonymous"])

    def named(self, name: str) -> str:
        """Return what a source, a group or a place is called in this language."""
        return self.scopes.called(name, self.language)

    def figure(self, claim: Claim) -> str:
        """Tell a claim by who said what when: "Ministry: about 2,400 detained, 1 January 2026"."""
        said = as_said(claim.quantity, self.words, self.number)
        fields = {"claimant": self.claimant(claim), "said": said, "measure": self.counted(claim)}
        return on_one_line(self.words["figure"].format(**fields, day=self._when(claim)))

    def published(self, claim: Claim) -> str:
        """Return the day on which a claim was published, in words; "" where it is not known."""
        told = claim.evidence.published
        return self.day(PartialDate(told)) if told else ""

    def counted(self, claim: Claim) -> str:
        """Tell what a claim counts, and of whom where that is a group and no scope: "held, women".

        A figure of a part is never told as one of the whole.
        """
        of_group = claim.part_of or claim.population_kind in LOOSE_KINDS
        by_place = claim.population.casefold().startswith("by ")
        whom = [self.group(claim)] if of_group and claim.population and not by_place else []
        whom += (
            [self.named(claim.place)]
            if claim.place and (by_place or self._is_elsewhere(claim))
            else []
        )
        return ", ".join([self.words["measures"][claim.measure], *whom])

    def group(self, claim: Claim) -> str:
        """Name the group that a claim counts, in this language where that is well known."""
        known = known_titles(claim.population.casefold().replace(" ", "_")).get(self.language)
        return uncapitalised(known) if known else self.named(claim.population)

    def whom(self, claim: Claim) -> str:
        """Name whom a claim counts: the group of a part, the scope of a whole."""
        if claim.part_of or claim.population_kind in LOOSE_KINDS:
            return self.group(claim)
        return self.scope(claim.population_kind) if claim.population_kind else ""

    def _is_elsewhere(self, claim: Claim) -> bool:
        return bool(self.home) and claim.place != self.home

    def _when(self, claim: Claim) -> str:
        start, end = claim.period.start, claim.period.end
        if end is None:
            return ""
        if not claim.measure.is_flow or start == end:
            on = self.day(end) if end.exact else self._limit(end)
            return str(self.words["on"].format(day=on))
        if start is None:
            return str(self.words["since_beginning"].format(last=self._limit(end)))
        if start.exact and end.exact:
            return str(self.words["from_to"].format(first=self.day(start), last=self.day(end)))
        fields = {"first": self._limit(start), "last": self._limit(end)}
        return str(self.words["from_to_reduced"].format(**fields))

    def _limit(self, day: PartialDate) -> str:
        """Tell a day, or that it is one of a month or a year, as it stands after "until"."""
        form = self.words["exact_day" if day.exact else "some_day"]
        return str(form.format(day=self.day(day)))

    def _term(self, step: Step) -> str:
        return f"{self.number(abs(step.row.least) * step.multiplier)} ({self._name(step)})"

    def _name(self, step: Step) -> str:
        told = self.side(Step(Fraction(1), step.row))
        times = "" if step.multiplier == 1 else f"{self.number(step.multiplier)} × "
        return times + told.replace(" (", ", ", 1).rstrip(")")

    def _sum(self, steps: list[Step]) -> str:
        told = " + ".join(self.side(step) for step in steps)
        if len(steps) == 1:
            return told
        return f"{told} = {self.number(abs(sum_of(steps)))}"

    def _with_rules(self, text: str, proof: Proof, more: str = "") -> str:
        counted = {self.claims[claim].measure for claim in proof.claims}
        told = dict.fromkeys(
            self.rule(step.row.origin, -step.row.least)
            for step in proof.steps
            if isinstance(step.row.origin, Rule) and plays_a_part(step.row.origin, counted)
        )
        joint = f"; {self.words['and']} ".join(told)
        because = self.words["because"].format(rules=joint) if told else ""
        return on_one_line(" ".join(filter(None, (text, because, more))))

    def rule(self, rule: Rule, most: int = 0) -> str:
        """Tell a rule of counting as it applies to a scope. most: the deaths that claims count."""
        key = f"{rule.name} {rule.what}" + (" but counted" if most else "")
        count = self.words["counts"].get(rule.count, rule.count)
        if rule.count.startswith(ENTERED):
            count = self.words["entered"].format(
                claimant=self.named(rule.count.removeprefix(ENTERED))
            )
        if rule.what in ("opens", "closes"):
            other = self.day(date.fromisoformat(rule.other[0]))
        else:
            other = ", ".join(self.scope(one) for one in rule.other)
        form = self.words["rules"][key]
        fields = {"count": count, "scope": self.scope(rule.scope), "other": other}
        return str(form.format(**fields, most=self.number(most)))


def otherwise(bound: Bound, end: str) -> tuple[Proof, ...]:
    """Return the proofs of one end that stand where claims of the first are in dispute."""
    return bound.low_otherwise if end == "low" else bound.high_otherwise


def plays_a_part(rule: Rule, counted: AbstractSet[Measure]) -> bool:
    """Whether a rule is worth telling: not that no count is below none, nor of deaths in no claim.

    counted: the measures of the claims of the proof.
    """
    if rule.what == "never negative" or rule.count == UNACCOUNTED:
        return False
    of_deaths = rule.count == DIED and rule.what != "no deaths reported"
    return not of_deaths or Measure.DIED in counted


def sides(proof: Proof, side: str) -> list[Step]:
    """Return the steps of a proof that rest on claims' least ("low") or greatest ("high")."""
    return [
        step
        for step in proof.steps
        if isinstance(step.row.origin, ClaimSide) and step.row.origin.side == side
    ]


def deaths_counted(proof: Proof) -> list[Step]:
    """Return the steps that take no more people for dead than claims count, if they count any."""
    return [
        step for step in proof.steps if isinstance(step.row.origin, Rule) and step.row.least < 0
    ]


def sum_of(steps: list[Step]) -> Fraction:
    """Add up what some steps say."""
    return sum((step.multiplier * step.row.least for step in steps), Fraction(0))


def uncapitalised(name: str) -> str:
    """Return a name as it stands within a sentence, unless it begins with an acronym."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def capitalised(text: str) -> str:
    """Begin a sentence with a capital letter, and keep it on one line."""
    return on_one_line(text[:1].upper() + text[1:])


def on_one_line(text: str) -> str:
    """Return a text without ends of lines, as a source's name may hold them."""
    return " ".join(text.splitlines())
