CREATE TABLE asset (
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    mime TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE project_info (
    id TEXT NOT NULL,
    uuid TEXT NOT NULL,
    name TEXT NOT NULL,
    client TEXT NOT NULL,
    author TEXT NOT NULL,
    brand_colours TEXT NOT NULL,
    logo TEXT,
    language TEXT NOT NULL,
    thresholds TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(logo) REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE dismissal (
    id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE print_profile (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    options TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE "view" (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    lens TEXT NOT NULL,
    filter TEXT NOT NULL,
    lanes TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE snapshot (
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    note TEXT NOT NULL,
    time TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE channel (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    family TEXT NOT NULL CHECK ("family" IN ('advertising', 'social', 'web', 'messaging', 'documents', 'phone', 'store', 'product')),
    icon TEXT NOT NULL,
    builtin TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE party (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK ("kind" IN ('person', 'department', 'unspecified')),
    department TEXT,
    contact TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(department) REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE process (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    execution TEXT CHECK ("execution" IN ('manual', 'semi', 'automatic')),
    human_check TEXT NOT NULL,
    resources TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE data_item (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE metric (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    better TEXT NOT NULL CHECK ("better" IN ('higher', 'lower')),
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE axis (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    builtin TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE axis_value (
    id TEXT NOT NULL,
    axis TEXT NOT NULL,
    name TEXT NOT NULL,
    builtin TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(axis) REFERENCES axis (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE custom_field (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK ("kind" IN ('text', 'number', 'date', 'yes_no')),
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE journey_map (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK ("kind" IN ('as_is', 'to_be')),
    description TEXT NOT NULL,
    version TEXT NOT NULL,
    status_line TEXT NOT NULL,
    review_date TEXT,
    origin TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE stage (
    id TEXT NOT NULL,
    map TEXT NOT NULL,
    name TEXT NOT NULL,
    goal TEXT NOT NULL,
    importance INTEGER NOT NULL CHECK ("importance" BETWEEN 0 AND 5),
    colour TEXT NOT NULL,
    width REAL NOT NULL CHECK ("width" BETWEEN 120 AND 2000),
    origin TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(map) REFERENCES journey_map (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE segment (
    id TEXT NOT NULL,
    map TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    kind TEXT NOT NULL CHECK ("kind" IN ('own', 'competitor')),
    market TEXT CHECK ("market" IN ('existing', 'potential')),
    target_market TEXT NOT NULL,
    needs TEXT NOT NULL,
    behaviour TEXT NOT NULL,
    preferences TEXT NOT NULL,
    expectations TEXT NOT NULL,
    cultural_notes TEXT NOT NULL,
    colour TEXT NOT NULL,
    picture TEXT,
    origin TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(map) REFERENCES journey_map (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(picture) REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE lane (
    id TEXT NOT NULL,
    map TEXT NOT NULL,
    kind TEXT NOT NULL CHECK ("kind" IN ('emotion', 'obstacles', 'opportunities', 'needs', 'owners', 'processes', 'metrics', 'channels', 'quotes', 'text', 'pictures')),
    title TEXT NOT NULL,
    visible INTEGER NOT NULL CHECK ("visible" IN (0, 1)),
    "order" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(map) REFERENCES journey_map (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE lane_text (
    id TEXT NOT NULL,
    lane TEXT NOT NULL,
    stage TEXT NOT NULL,
    segment TEXT NOT NULL,
    text TEXT NOT NULL,
    picture TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(lane) REFERENCES lane (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(stage) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(segment) REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(picture) REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE touchpoint (
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    channel TEXT,
    message TEXT NOT NULL,
    protocol TEXT NOT NULL,
    help_path TEXT NOT NULL,
    personalisation TEXT NOT NULL,
    training_state TEXT CHECK ("training_state" IN ('none', 'pending', 'done')),
    training TEXT NOT NULL,
    resources TEXT NOT NULL,
    assets_and_platform TEXT NOT NULL,
    brand_influence TEXT NOT NULL,
    sight TEXT NOT NULL,
    sound TEXT NOT NULL,
    smell TEXT NOT NULL,
    touch TEXT NOT NULL,
    taste TEXT NOT NULL,
    desired_outcome TEXT NOT NULL,
    optimal_experience TEXT NOT NULL,
    effectiveness INTEGER CHECK ("effectiveness" BETWEEN 1 AND 5),
    usage INTEGER CHECK ("usage" BETWEEN 1 AND 5),
    evidence TEXT CHECK ("evidence" IN ('hypothesis', 'partial', 'researched')),
    review_date TEXT,
    notes TEXT NOT NULL,
    origin TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(channel) REFERENCES channel (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE placement (
    id TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    stage TEXT NOT NULL,
    segment TEXT NOT NULL,
    emotion REAL CHECK ("emotion" BETWEEN -2 AND 2),
    feeling TEXT NOT NULL,
    needs TEXT NOT NULL,
    expectations TEXT NOT NULL,
    expectation_met TEXT CHECK ("expectation_met" IN ('below', 'met', 'exceeded')),
    actual_experience TEXT NOT NULL,
    obstacles TEXT NOT NULL,
    effort INTEGER CHECK ("effort" BETWEEN 1 AND 5),
    relevance INTEGER CHECK ("relevance" BETWEEN 1 AND 5),
    importance INTEGER CHECK ("importance" BETWEEN 1 AND 5),
    satisfaction INTEGER CHECK ("satisfaction" BETWEEN 1 AND 5),
    critical INTEGER NOT NULL CHECK ("critical" IN (0, 1)),
    critical_reason TEXT NOT NULL,
    notes TEXT NOT NULL,
    origin TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(touchpoint) REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(stage) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(segment) REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE quote (
    id TEXT NOT NULL,
    placement TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    said_on TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(placement) REFERENCES placement (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE interaction (
    id TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    text TEXT NOT NULL,
    actor TEXT CHECK ("actor" IN ('customer', 'company')),
    channel TEXT,
    message TEXT NOT NULL,
    desired_outcome TEXT NOT NULL,
    meets TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(touchpoint) REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(channel) REFERENCES channel (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(meets) REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE responsibility (
    id TEXT NOT NULL,
    subject TEXT NOT NULL,
    party TEXT NOT NULL,
    role TEXT NOT NULL CHECK ("role" IN ('responsible', 'accountable', 'supports', 'meets_customer')),
    PRIMARY KEY (id),
    FOREIGN KEY(party) REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE process_use (
    id TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    process TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(touchpoint) REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(process) REFERENCES process (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE touchpoint_data (
    id TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    data TEXT NOT NULL,
    collected INTEGER NOT NULL CHECK ("collected" IN (0, 1)),
    shared_with TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(touchpoint) REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(data) REFERENCES data_item (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE measure (
    id TEXT NOT NULL,
    metric TEXT NOT NULL,
    subject TEXT NOT NULL,
    baseline REAL,
    target REAL,
    PRIMARY KEY (id),
    FOREIGN KEY(metric) REFERENCES metric (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE reading (
    id TEXT NOT NULL,
    measure TEXT NOT NULL,
    taken_on TEXT,
    period TEXT NOT NULL,
    value REAL NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(measure) REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE feedback (
    id TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    source TEXT NOT NULL,
    positive INTEGER CHECK ("positive" IN (0, 1)),
    answered INTEGER NOT NULL CHECK ("answered" IN (0, 1)),
    response TEXT NOT NULL,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(touchpoint) REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE improvement (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    subject TEXT,
    owner TEXT,
    due TEXT,
    impact INTEGER CHECK ("impact" BETWEEN 1 AND 5),
    effort INTEGER CHECK ("effort" BETWEEN 1 AND 5),
    state TEXT NOT NULL CHECK ("state" IN ('idea', 'planned', 'doing', 'done')),
    measure TEXT,
    expected_change TEXT NOT NULL,
    done_on TEXT,
    "order" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(owner) REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(measure) REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE classification (
    id TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    axis TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(touchpoint) REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(axis) REFERENCES axis (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(value) REFERENCES axis_value (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE custom_value (
    id TEXT NOT NULL,
    field TEXT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(field) REFERENCES custom_field (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE asset_bytes (
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha256)
) STRICT;

CREATE TABLE revision (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    parent TEXT,
    time TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (number)
) STRICT;

CREATE TABLE ancestor (
    revision TEXT NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (revision)
) STRICT;
