"""The model."""

from __future__ import annotations

from tumorview.ui.actions.spec import ActionSpec, MenuName

ANALYSIS_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "analyze_series",
        "Analyse series",
        MenuName.ANALYSIS,
        ("Ctrl+Shift+R",),
        "stack",
        "Ask the model about every image of the series",
    ),
    ActionSpec(
        "cancel_analysis",
        "Stop the analysis",
        MenuName.ANALYSIS,
        ("Ctrl+.",),
        "stop",
        "What is done so far is kept",
    ),
    ActionSpec(
        "batch",
        "Scan a folder…",
        MenuName.ANALYSIS,
        ("Ctrl+B",),
        "batch",
        "Analyse every image of a folder and write a CSV",
        separator=True,
    ),
    ActionSpec(
        "heatmap",
        "Show heatmap",
        MenuName.ANALYSIS,
        ("Ctrl+Shift+H",),
        "heatmap",
        "Where the model saw signs of a tumour; not a lesion outline",
        checkable=True,
        separator=True,
    ),
    ActionSpec(
        "heatmap_beside",
        "Heatmap beside the image",
        MenuName.ANALYSIS,
        ("Ctrl+Shift+J",),
        "heatmap_beside",
        "The plain image and the heatmap side by side, at the same zoom and place",
        checkable=True,
    ),
)
