"""The channels that come with the program, and how people call them."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from journeyeditor.model.choices import ChannelFamily
from journeyeditor.model.fields import make
from journeyeditor.model.ids import Id, link_id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel
from journeyeditor.model.text import fold
from journeyeditor.translation import LANGUAGES, N_, translator


@dataclass(frozen=True)
class BuiltinChannel:
    """A channel of the catalogue. `name` is an English message, `icon` a file of resources/icons.

    `aliases` are other names, in any language, under which people write it.
    """

    key: str
    name: str
    family: ChannelFamily
    icon: str
    aliases: tuple[str, ...] = ()


_ADVERTISING = ChannelFamily.ADVERTISING
_SOCIAL = ChannelFamily.SOCIAL
_WEB = ChannelFamily.WEB
_MESSAGING = ChannelFamily.MESSAGING
_DOCUMENTS = ChannelFamily.DOCUMENTS
_PHONE = ChannelFamily.PHONE
_STORE = ChannelFamily.STORE
_PRODUCT = ChannelFamily.PRODUCT

BUILTIN_CHANNELS = (
    BuiltinChannel("advertising", N_("Advertising"), _ADVERTISING, "megaphone", ("Ads", "Anuncio")),
    BuiltinChannel("online_ads", N_("Online advertising"), _ADVERTISING, "badge-percent"),
    BuiltinChannel("outdoor", N_("Outdoor advertising"), _ADVERTISING, "signpost"),
    BuiltinChannel("tv", N_("Television"), _ADVERTISING, "tv", ("TV",)),
    BuiltinChannel("radio", N_("Radio"), _ADVERTISING, "radio", ("Podcast",)),
    BuiltinChannel("press", N_("Press"), _ADVERTISING, "newspaper", ("Newspaper", "Revista")),
    BuiltinChannel("leaflet", N_("Leaflet"), _ADVERTISING, "file", ("Flyer", "Brochure")),
    BuiltinChannel("post", N_("Post"), _ADVERTISING, "mailbox", ("Buzoneo",)),
    BuiltinChannel("social", N_("Social networks"), _SOCIAL, "hash", ("Social media", "Redes")),
    BuiltinChannel("reviews", N_("Reviews"), _SOCIAL, "star", ("Review", "Opiniones")),
    BuiltinChannel("word_of_mouth", N_("Word of mouth"), _SOCIAL, "message-square-quote"),
    BuiltinChannel("influencers", N_("Influencers"), _SOCIAL, "mic", ("Influencer",)),
    BuiltinChannel("community", N_("Community"), _SOCIAL, "users-round", ("Forum", "Foro")),
    BuiltinChannel("website", N_("Website"), _WEB, "globe", ("Web", "Página web")),
    BuiltinChannel("online_shop", N_("Online shop"), _WEB, "shopping-cart", ("E-commerce",)),
    BuiltinChannel("app", N_("Mobile app"), _WEB, "smartphone", ("App", "Aplicación")),
    BuiltinChannel("landing_page", N_("Landing page"), _WEB, "app-window", ("Landing",)),
    BuiltinChannel("search_engine", N_("Search engine"), _WEB, "search", ("Google",)),
    BuiltinChannel("customer_area", N_("Customer area"), _WEB, "id-card", ("Mi cuenta",)),
    BuiltinChannel(
        "help_centre", N_("Help centre"), _WEB, "circle-help", ("Support portal", "FAQ")
    ),
    BuiltinChannel("whatsapp", N_("WhatsApp"), _MESSAGING, "message-circle"),
    BuiltinChannel("chat", N_("Chat"), _MESSAGING, "messages-square", ("Live chat",)),
    BuiltinChannel("chatbot", N_("Chatbot"), _MESSAGING, "bot", ("Asistente virtual",)),
    BuiltinChannel("sms", N_("SMS"), _MESSAGING, "message-square", ("Text message",)),
    BuiltinChannel("push", N_("Push notification"), _MESSAGING, "bell", ("Push", "Notificación")),
    BuiltinChannel("email", N_("Email"), _DOCUMENTS, "mail", ("Mail", "Correo electrónico")),
    BuiltinChannel("newsletter", N_("Newsletter"), _DOCUMENTS, "inbox", ("Boletín",)),
    BuiltinChannel("invoice", N_("Invoice"), _DOCUMENTS, "receipt", ("Bill", "Recibo")),
    BuiltinChannel("contract", N_("Contract"), _DOCUMENTS, "signature"),
    BuiltinChannel("letter", N_("Letter"), _DOCUMENTS, "mail-open"),
    BuiltinChannel("catalogue", N_("Catalogue"), _DOCUMENTS, "book-open", ("Catalog",)),
    BuiltinChannel("survey", N_("Survey"), _DOCUMENTS, "clipboard-list", ("Questionnaire",)),
    BuiltinChannel("phone", N_("Phone"), _PHONE, "phone", ("Telephone", "Phone call", "Llamada")),
    BuiltinChannel("call_centre", N_("Call centre"), _PHONE, "headset", ("Call center",)),
    BuiltinChannel("ivr", N_("Voice menu"), _PHONE, "voicemail", ("IVR",)),
    BuiltinChannel("video_call", N_("Video call"), _PHONE, "video", ("Video",)),
    BuiltinChannel("shop", N_("Shop"), _STORE, "store", ("Store", "Tienda física")),
    BuiltinChannel("showroom", N_("Showroom"), _STORE, "sofa", ("Sala de exposición",)),
    BuiltinChannel("event", N_("Event"), _STORE, "ticket", ("Fair", "Trade fair", "Feria")),
    BuiltinChannel("sales_visit", N_("Sales visit"), _STORE, "handshake", ("Visita",)),
    BuiltinChannel("kiosk", N_("Self-service kiosk"), _STORE, "monitor", ("Kiosk", "Tótem")),
    BuiltinChannel("returns_point", N_("Returns point"), _STORE, "rotate-ccw"),
    BuiltinChannel("loyalty", N_("Loyalty programme"), _STORE, "gift", ("Loyalty program",)),
    BuiltinChannel("packaging", N_("Packaging"), _PRODUCT, "package", ("Paquete",)),
    BuiltinChannel("delivery", N_("Delivery"), _PRODUCT, "truck", ("Shipping", "Envío")),
    BuiltinChannel("product", N_("Product"), _PRODUCT, "shopping-bag"),
    BuiltinChannel("repair", N_("Technical service"), _PRODUCT, "wrench", ("Reparación",)),
)

FAMILY_NAMES: Mapping[ChannelFamily, str] = {
    ChannelFamily.ADVERTISING: N_("Advertising and media"),
    ChannelFamily.SOCIAL: N_("Social networks and reviews"),
    ChannelFamily.WEB: N_("Web and app"),
    ChannelFamily.MESSAGING: N_("Messaging"),
    ChannelFamily.DOCUMENTS: N_("Email and documents"),
    ChannelFamily.PHONE: N_("Phone"),
    ChannelFamily.STORE: N_("Shop and events"),
    ChannelFamily.PRODUCT: N_("Product and delivery"),
}

FAMILY_ICONS: Mapping[ChannelFamily, str] = {
    ChannelFamily.ADVERTISING: "megaphone",
    ChannelFamily.SOCIAL: "star",
    ChannelFamily.WEB: "shopping-cart",
    ChannelFamily.MESSAGING: "message-circle",
    ChannelFamily.DOCUMENTS: "mail",
    ChannelFamily.PHONE: "phone",
    ChannelFamily.STORE: "store",
    ChannelFamily.PRODUCT: "truck",
}

_CHANNEL_BY_KEY = {builtin.key: builtin for builtin in BUILTIN_CHANNELS}


def channel_name(channel: Channel, language: str) -> str:
    """The channel's own name, else that of the catalogue."""
    builtin = _CHANNEL_BY_KEY.get(channel.builtin)
    return channel.name or (translator(language)(builtin.name) if builtin else "")


def channel_icon(channel: Channel) -> str:
    """The stem of a file in resources/icons: the channel's own, else one that suits it."""
    builtin = _CHANNEL_BY_KEY.get(channel.builtin)
    return channel.icon or (builtin.icon if builtin else FAMILY_ICONS[channel.family])


def family_name(family: ChannelFamily, language: str) -> str:
    return translator(language)(FAMILY_NAMES[family])


def builtin_channel(key: str, taken: Container[Id] = ()) -> Channel:
    """The record of a channel of the catalogue; KeyError where there is none.

    Its identity follows from its key, so that two copies of a project that begin to use it agree
    on it; where that identity is `taken` (by a channel renamed since), it is a fresh one.
    """
    family = _CHANNEL_BY_KEY[key].family
    id = link_id("Channel", key)
    if id in taken:
        return make(Channel, builtin=key, family=family)
    return make(Channel, id=id, builtin=key, family=family)


def channel_key(text: str) -> str:
    """A channel's name without regard to accents, case, spaces and hyphens."""
    folded = fold(text)
    return "".join(c for c in folded if c.isalnum()) or folded


def find_channel(project: Project, text: str, language: str) -> Channel | None:
    """The channel that people call so: one of the project's, else one of the catalogue's.

    The latter is a record that the project does not have yet; None where neither knows the name.
    """
    channels = tuple(project.all(Channel))
    known = channels_by_key(channels, language).get(channel_key(text))
    return known or catalogue_channel(text, language, {channel.id for channel in channels})


def channels_by_key(channels: Iterable[Channel], language: str) -> dict[str, Channel]:
    """Channels by the key of their names in all languages; the given one goes first."""
    ordered = sorted(channels, key=lambda channel: channel.id)
    keys: dict[str, Channel] = {}
    for spoken in (language, *LANGUAGES):
        for channel in ordered:
            keys.setdefault(channel_key(channel_name(channel, spoken)), channel)
    keys.pop("", None)
    return keys


def catalogue_channel(text: str, language: str, taken: Container[Id] = ()) -> Channel | None:
    """A new record for the channel that the catalogue calls so, or None.

    What is written in another language, or under another name than the catalogue's, stays as the
    channel's own name: nobody finds their words replaced.
    """
    key = channel_key(text)
    builtin = _catalogue_by_key(language).get(key)
    if builtin is None:
        return None
    if key == channel_key(translator(language)(builtin.name)):
        return builtin_channel(builtin.key, taken)
    return make(Channel, name=text.strip(), builtin=builtin.key, family=builtin.family)


@cache
def _catalogue_by_key(language: str) -> dict[str, BuiltinChannel]:
    names = [(translator(language)(builtin.name), builtin) for builtin in BUILTIN_CHANNELS]
    for other in LANGUAGES:
        names += [(translator(other)(builtin.name), builtin) for builtin in BUILTIN_CHANNELS]
    names += [(alias, builtin) for builtin in BUILTIN_CHANNELS for alias in builtin.aliases]
    return {channel_key(name): builtin for name, builtin in reversed(names)}


def channels_on_offer(project: Project, language: str) -> tuple[Channel, ...]:
    """What to offer for a choice: the project's channels and the catalogue's, by name.

    Those of the catalogue that the project does not have yet are records to add to it.
    """
    own = {channel.id: channel for channel in project.all(Channel)}
    used = {channel.builtin for channel in own.values() if not channel.name}
    missing = [builtin_channel(b.key, own) for b in BUILTIN_CHANNELS if b.key not in used]
    return tuple(sorted((*own.values(), *missing), key=lambda c: fold(channel_name(c, language))))
