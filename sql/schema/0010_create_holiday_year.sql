-- The county's own holiday arrangements, append-only: the newest version of a year stands in place of the shipped one.
CREATE TABLE holiday_year (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    year BIGINT NOT NULL,
    version BIGINT NOT NULL, -- 1, 2, … for each year
    notice TEXT COLLATE "C" NOT NULL, -- 文号
    days TEXT COLLATE "C" NOT NULL, -- [{"on": "2027-01-01", "worked": false, "name": "元旦"}], JSON
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    UNIQUE (year, version)
);
