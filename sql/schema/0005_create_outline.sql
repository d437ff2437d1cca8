-- The outlines of regions a county gave for its region map (GeoJSON as it was handed in). The newest row counts;
-- one without content says that the outline was taken away.
CREATE TABLE outline (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    content BYTEA,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL
);
