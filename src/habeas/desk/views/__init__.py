"""The pages of the desk: a file for each thing that people do."""
