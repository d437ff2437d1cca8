-- Which rule of lights judges what, append-only: every decision of the county is a version of its own. Of the versions
-- that begin by a month the one decided last judges it, an indicator's own before that of all indicators.
CREATE TABLE light_rule (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    indicator TEXT COLLATE "C" NOT NULL, -- code; '': every indicator without a rule of its own
    kind TEXT COLLATE "C" NOT NULL, -- 总量, 增速, 比率
    version BIGINT NOT NULL, -- 1, 2, … for each indicator and kind
    preset TEXT COLLATE "C" NOT NULL, -- code; 'inherit': as every indicator; '': the county's own thresholds
    name TEXT COLLATE "C" NOT NULL,
    bands TEXT COLLATE "C" NOT NULL, -- the rule in full, JSON: a preset that changes later changes no past light
    since TEXT COLLATE "C" NOT NULL, -- the first month judged by it
    reason TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    UNIQUE (indicator, kind, version)
);
