# %% [markdown]
# # Squaring a story
#
# A ministry says one thing, a rights group another. Which of their figures can be true together? Nothing here is
# real: the country, the ministry and the group are made up.

# %%
import habeas

ministry = """The Ministry of Justice of Norvania announced on 12 January 2026 the release of 88
political prisoners since 1 January."""
group = """As of 14 January 2026, the rights group Free Norvania had verified 41 releases since 1 January.
The group said that 900 political prisoners remained in prison on 14 January."""

claims = habeas.read(
    [
        {"id": "ministry", "text": ministry, "published": "2026-01-12", "lang": "en"},
        {"id": "group", "text": group, "published": "2026-01-14", "lang": "en"},
    ]
)
claims

# %% [markdown]
# Each number has become a claim: what it measures, of whom, for when, who answers for it, and its words. What the
# reader could not tell stays in `claims.unread`; what it passed over, in `claims.told`. Read both before you go on.
#
# Two more figures came by telephone. A claim can be written by hand.

# %%
by_hand = [
    {
        "id": "held-before", "measure": "held", "value": 980, "qualifier": "exact",
        "population_kind": "political_prisoners", "period_end": "2025-12-31",
        "claimant": "Free Norvania", "claimant_kind": "ngo",
    },
    {
        "id": "arrested", "measure": "detained", "value": 20, "qualifier": "at_least",
        "population_kind": "political_prisoners", "period_start": "2026-01-01",
        "period_end": "2026-01-14", "claimant": "Free Norvania", "claimant_kind": "ngo",
    },
]  # fmt: skip
found = habeas.reconcile(
    [*claims, *habeas.reconcile(by_hand).claims],
    ask=["released political_prisoners 2026-01-14", "held political_prisoners 2026-01-14"],
)
found

# %% [markdown]
# Nobody gave the number of releases that the answer holds: 980 were held, at least 20 were arrested, 900 were left, so
# at least 100 left prison if nobody died and nobody is missing. The sentence names whose figures force it, and the
# proof is a file that a program of 200 lines can check.

# %%
for name, proof in found.proofs.items():
    print(name, "|", proof["told"])

# %% [markdown]
# What can be true on each day, and the figures as they were published:

# %%
found.plot("political_prisoners")
