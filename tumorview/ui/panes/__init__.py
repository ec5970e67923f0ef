"""Several images beside each other: the panes, how they are linked, and what is shown in them."""
