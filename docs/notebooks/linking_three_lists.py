# %% [markdown]
# # Linking three lists
#
# A court, the families and the press each keep a list. Who is on which? All the people are invented.

# %%
import polars as pl

import habeas

court = pl.DataFrame(
    {
        "Nombres": ["Rosa María", "Luis Alberto", "Ana", "Pedro José", "Elena"],
        "Apellidos": [
            "Ejemplo Prueba", "Ficticio Modelo", "Muestra Ensayo", "Inventado Caso", "Supuesta Nada",
        ],
        "Fecha de detención": [
            "2024-07-30", "2024-08-01", "2024-08-01", "2024-08-03", "2024-08-09",
        ],
    }
)  # fmt: skip
families = pl.DataFrame(
    {
        "Nombre completo": [
            "Rosa Ejemplo", "Luis A. Ficticio Modelo", "Mario Imaginado Ser", "TOTAL",
        ],
        "Detenido el": ["30/07/2024", "01/08/2024", "15/08/2024", ""],
    }
)  # fmt: skip
press = pl.DataFrame(
    {
        "name": ["Ejemplo Prueba, Rosa Maria", "Elena Supuesta", "Ana Muestra"],
        "arrested": ["2024-07-30", "2024-08-09", "2024-08-20"],
    }
)
people = habeas.link({"court": court, "families": families, "press": press})
people

# %% [markdown]
# `TOTAL` is no person, and the result says so. Everything that was not understood or is doubtful:

# %%
for sentence in people.told:
    print(sentence)

# %% [markdown]
# Why two rows are one person, each comparison with its weight in bits of evidence:

# %%
people.explain(("court", 1), ("press", 1))

# %% [markdown]
# The pairs that are most worth a decision by a person:

# %%
for pair in people.doubtful(3):
    print(pair.explanation.told(), "\n")

# %% [markdown]
# Decisions are kept as a file, obeyed ever after, and never overruled by the model
# (`habeas.link(..., decisions="decisions.csv")`). How the lists overlap:

# %%
people.plot()
