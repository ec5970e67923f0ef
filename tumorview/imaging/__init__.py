"""Files to pixels, series and studies."""
