"""The names that come with the program: channels, their families, axes, metrics, emotions.

The records of channels and axes keep an empty name and a key, so that they speak the reader's
language; a name of the users' own comes first. A project gets the record of a channel, axis or
metric when it is first used.
"""

from journeyeditor.catalogue.axes import (
    BUILTIN_AXES,
    BuiltinAxis,
    axes_on_offer,
    axis_name,
    axis_value_name,
    builtin_axis,
)
from journeyeditor.catalogue.channels import (
    BUILTIN_CHANNELS,
    FAMILY_ICONS,
    FAMILY_NAMES,
    BuiltinChannel,
    builtin_channel,
    catalogue_channel,
    channel_icon,
    channel_key,
    channel_name,
    channels_by_key,
    channels_on_offer,
    family_name,
    find_channel,
)
from journeyeditor.catalogue.emotions import EMOTION_NAMES, emotion_level, emotion_name
from journeyeditor.catalogue.lanes import LANE_ICONS, LANE_NAMES, lane_name
from journeyeditor.catalogue.metrics import (
    STANDARD_METRICS,
    StandardMetric,
    metric_aliases,
    metrics_on_offer,
    standard_metric,
)

__all__ = [
    "BUILTIN_AXES",
    "BUILTIN_CHANNELS",
    "EMOTION_NAMES",
    "FAMILY_ICONS",
    "FAMILY_NAMES",
    "LANE_ICONS",
    "LANE_NAMES",
    "STANDARD_METRICS",
    "BuiltinAxis",
    "BuiltinChannel",
    "StandardMetric",
    "axes_on_offer",
    "axis_name",
    "axis_value_name",
    "builtin_axis",
    "builtin_channel",
    "catalogue_channel",
    "channel_icon",
    "channel_key",
    "channel_name",
    "channels_by_key",
    "channels_on_offer",
    "emotion_level",
    "emotion_name",
    "family_name",
    "find_channel",
    "lane_name",
    "metric_aliases",
    "metrics_on_offer",
    "standard_metric",
]
