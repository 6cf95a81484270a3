# %% [markdown]
# # How many are on no list
#
# In 1999 four projects recorded killings of Kosovar Albanians between 20 March and 22 June: exhumations (EXH), the
# American Bar Association (ABA), the OSCE and Human Rights Watch (HRW). How many people each set of lists names was
# published by Ball, Betts, Scheuren, Dudukovic and Asher, *Killings and Refugee Flow in Kosovo, March–June 1999*
# (AAAS, 2002).

# %%
import polars as pl

import habeas

overlaps = pl.DataFrame(
    {
        "EXH": [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1],
        "ABA": [0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1],
        "OSCE": [0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1],
        "HRW": [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1],
        "count": [1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27],
    }
)
found = habeas.estimate(overlaps)
found

# %% [markdown]
# The published estimate by log-linear models is 10,356, with a 95 % interval from 9,002 to 12,122. Overlaps,
# intervals, distributions, and what each method says without a list, on one picture:

# %%
found.plot()

# %% [markdown]
# The sentences tell what each method assumes, and where they disagree. A number without them should not be printed.

# %%
print("\n\n".join(found.sentences))

# %% [markdown]
# As a table to go on with:

# %%
found.to_frame().select("method", "estimate", "low", "high", "observed")
