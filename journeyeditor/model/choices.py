"""The closed lists that fields choose from. The values are what files hold: never rename one."""

from enum import StrEnum


class MapKind(StrEnum):
    AS_IS = "as_is"
    TO_BE = "to_be"


class SegmentKind(StrEnum):
    OWN = "own"
    COMPETITOR = "competitor"


class Market(StrEnum):
    EXISTING = "existing"
    POTENTIAL = "potential"


class Evidence(StrEnum):
    HYPOTHESIS = "hypothesis"
    PARTIAL = "partial"
    RESEARCHED = "researched"


class Expectation(StrEnum):
    BELOW = "below"
    MET = "met"
    EXCEEDED = "exceeded"


class TrainingState(StrEnum):
    NONE = "none"
    PENDING = "pending"
    DONE = "done"


class Actor(StrEnum):
    CUSTOMER = "customer"
    COMPANY = "company"


class ChannelFamily(StrEnum):
    ADVERTISING = "advertising"
    SOCIAL = "social"
    WEB = "web"
    MESSAGING = "messaging"
    DOCUMENTS = "documents"
    PHONE = "phone"
    STORE = "store"
    PRODUCT = "product"


class PartyKind(StrEnum):
    PERSON = "person"
    DEPARTMENT = "department"
    UNSPECIFIED = "unspecified"


class Role(StrEnum):
    RESPONSIBLE = "responsible"
    ACCOUNTABLE = "accountable"
    SUPPORTS = "supports"
    MEETS_CUSTOMER = "meets_customer"


class Execution(StrEnum):
    MANUAL = "manual"
    SEMI = "semi"
    AUTOMATIC = "automatic"


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"


class ImprovementState(StrEnum):
    IDEA = "idea"
    PLANNED = "planned"
    DOING = "doing"
    DONE = "done"


class CustomKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"


class LaneKind(StrEnum):
    EMOTION = "emotion"
    OBSTACLES = "obstacles"
    OPPORTUNITIES = "opportunities"
    NEEDS = "needs"
    OWNERS = "owners"
    PROCESSES = "processes"
    METRICS = "metrics"
    CHANNELS = "channels"
    QUOTES = "quotes"
    TEXT = "text"
    PICTURES = "pictures"
