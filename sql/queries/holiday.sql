-- name: HolidayYearAdd
-- A version that exists is somebody else's arrangement.
INSERT INTO holiday_year (year, version, notice, days, actor, at)
VALUES (:year, :version, :notice, :days, :actor, :at)
ON CONFLICT (year, version) DO NOTHING;

-- name: HolidayYearAll
SELECT year, version, notice, days, actor, at
FROM holiday_year
ORDER BY year, version;
