"""What a file says the columns of lists mean: the older name of what ``lists`` shows."""

from habeas.formats.lists import ListColumns, read_list_columns

__all__ = ["ListColumns", "read_list_columns"]
