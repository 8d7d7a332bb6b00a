"""The metrics that come with the program.

A standard metric joins a project with a name and unit of the language in which it was chosen, and
is the project's own from then on: what a company measures bears the name that the company gives
it, and a client's report must not rename it. So the file needs no key for it.
"""

from dataclasses import dataclass

from journeyeditor.model.choices import Better
from journeyeditor.model.fields import make
from journeyeditor.model.ids import link_id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Metric
from journeyeditor.model.text import fold
from journeyeditor.translation import LANGUAGES, N_, translator


@dataclass(frozen=True)
class StandardMetric:
    """A metric of the catalogue. `name` and `unit` are English messages.

    `aliases` are other names, in any language, under which people look for it.
    """

    key: str
    name: str
    unit: str
    better: Better = Better.HIGHER
    aliases: tuple[str, ...] = ()


STANDARD_METRICS = (
    StandardMetric("conversion", N_("Conversion rate"), "%", aliases=("Funnel", "Embudo")),
    StandardMetric(
        "satisfaction", N_("Customer satisfaction (CSAT)"), "%", aliases=("Satisfaction",)
    ),
    StandardMetric("loyalty", N_("Customer loyalty"), "%", aliases=("Fidelidad", "Fidelización")),
    StandardMetric("retention", N_("Retention rate"), "%", aliases=("CRR",)),
    StandardMetric(
        "churn", N_("Churn rate"), "%", Better.LOWER, ("Attrition", "Deserción", "Cancelación")
    ),
    StandardMetric(
        "recommendation", N_("Recommendation (NPS)"), N_("points"), aliases=("Net promoter score",)
    ),
    StandardMetric("waiting_time", N_("Waiting time"), N_("min"), Better.LOWER, ("Queue", "Cola")),
    StandardMetric("handling_time", N_("Handling time"), N_("min"), Better.LOWER, ("AHT", "TMO")),
    StandardMetric("recurring", N_("Recurring customers"), "%", aliases=("Recompra",)),
    StandardMetric("sales", N_("Sales"), "€", aliases=("Revenue", "Ingresos", "Facturación")),
    StandardMetric("ratings", N_("Ratings"), N_("of 5"), aliases=("Stars", "Estrellas", "Reseñas")),
    StandardMetric("response_rate", N_("Response rate"), "%", aliases=("Answers",)),
    StandardMetric("trust", N_("Trust"), N_("of 5"), aliases=("Confidence",)),
    StandardMetric(
        "lifetime_value", N_("Customer lifetime value"), "€", aliases=("CLV", "LTV", "CLTV")
    ),
)
_STANDARD_BY_KEY = {standard.key: standard for standard in STANDARD_METRICS}


def standard_metric(key: str, language: str) -> Metric:
    """The record of a metric of the catalogue, in a language; KeyError where there is none.

    Its identity follows from its key, so that two copies of a project that begin to use it agree
    on it.
    """
    standard, tr = _STANDARD_BY_KEY[key], translator(language)
    return make(
        Metric,
        id=link_id("Metric", key),
        name=tr(standard.name),
        unit=tr(standard.unit),
        better=standard.better,
    )


def metrics_on_offer(project: Project, language: str) -> tuple[Metric, ...]:
    """What to offer for a choice: the project's metrics and the catalogue's, by name.

    Those of the catalogue that the project has under no name are records to add to it.
    """
    own = tuple(project.all(Metric))
    ids, names = {metric.id for metric in own}, {fold(metric.name) for metric in own}
    missing = [
        standard_metric(standard.key, language)
        for standard in STANDARD_METRICS
        if link_id("Metric", standard.key) not in ids and names.isdisjoint(_names(standard))
    ]
    return tuple(sorted((*own, *missing), key=lambda metric: fold(metric.name)))


def metric_aliases(metric: Metric) -> tuple[str, ...]:
    """Other names under which people look for a metric of the catalogue."""
    name = fold(metric.name)
    known = (standard for standard in STANDARD_METRICS if name in _names(standard))
    return next((standard.aliases for standard in known), ())


def _names(standard: StandardMetric) -> set[str]:
    """The name in every language, folded."""
    return {fold(translator(language)(standard.name)) for language in LANGUAGES}
