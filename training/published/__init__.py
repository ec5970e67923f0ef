"""Published systems, re-created: what their recipes share."""
