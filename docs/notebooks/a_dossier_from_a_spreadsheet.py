# %% [markdown]
# # A dossier from a spreadsheet
#
# A desk researcher keeps figures in a spreadsheet. From it come answers with proofs, and pages to publish. The country
# is made up.

# %%
import polars as pl

import habeas

figures = pl.DataFrame(
    [
        {"id": "m1", "measure": "released", "value": 120, "qualifier": "exact",
         "period_start": "2026-01-01", "period_end": "2026-01-20", "claimant": "Ministry of Justice",
         "claimant_kind": "government", "published": "2026-01-21"},
        {"id": "g1", "measure": "held", "value": 900, "qualifier": "exact", "period_start": "",
         "period_end": "2025-12-31", "claimant": "Free Norvania", "claimant_kind": "ngo",
         "published": "2026-01-02"},
        {"id": "g2", "measure": "held", "value": 850, "qualifier": "exact", "period_start": "",
         "period_end": "2026-01-20", "claimant": "Free Norvania", "claimant_kind": "ngo",
         "published": "2026-01-22"},
        {"id": "g3", "measure": "detained", "value": 10, "qualifier": "exact",
         "period_start": "2026-01-01", "period_end": "2026-01-20", "claimant": "Free Norvania",
         "claimant_kind": "ngo", "published": "2026-01-22"},
    ]
).with_columns(population_kind=pl.lit("political_prisoners"), place=pl.lit("Norvania"))  # fmt: skip
figures.write_csv("figures.csv")
found = habeas.reconcile("figures.csv", ask="released political_prisoners 2026-01-20")
found

# %% [markdown]
# The ministry's 120 and the group's three figures do not square, and the cause says by how much. The same as JSON, for
# a program, is `found.to_json()`; every proof is a file of its own.

# %%
found.save_proofs("proofs")

# %%
#! habeas check-proof proofs/*.json

# %% [markdown]
# The pages, in English and Spanish, with every number open down to the figures that force it:

# %%
#! habeas publish figures.csv --out dossier --title "Norvania, January 2026" --ask "released political_prisoners 2026-01-20" --date 2026-02-01
#! ls dossier
