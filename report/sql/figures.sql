-- Part two, the same for DuckDB and ClickHouse: the union of the sheets in `counters`, and what the report shows.
--
-- To be run once after part one. Then each result is one SELECT: SELECT * FROM by_commune
-- Another period, kept until the next:
--
--   CREATE OR REPLACE VIEW period AS SELECT '2026-03-01' AS first_day, '2026-03-31' AS last_day;

-- The days that the results are of, both ends included.
CREATE OR REPLACE VIEW period AS SELECT '0000-01-01' AS first_day, '9999-12-31' AS last_day;

-- ----------------------------------------------------------------------------------------------------------- union

-- Every file that was read, sound or refused.
CREATE OR REPLACE TABLE files AS
SELECT DISTINCT file, refused, province, commune, team, tablet, place, exported, not_counted FROM counters;

-- A device is known by its place; a later file carries the larger figure of what it could not count.
CREATE OR REPLACE TABLE devices AS
SELECT province, commune, team, tablet, place,
  max(exported) AS last_exported, max(not_counted) AS most_not_counted, count(*) AS file_count
FROM files
WHERE refused = ''
GROUP BY province, commune, team, tablet, place;

-- A sheet belongs to the place of the earliest export that carried it, on one day to the first by its JSON text: a
-- tablet may move later. Two contents under one id are a conflict; the earlier day is taken.
CREATE OR REPLACE TABLE sheets AS
SELECT sheet,
  substring(min(concat(exported, place)), 11) AS home,
  min(day) AS first_day,
  min(monday) AS first_monday,
  max(CASE WHEN clock = 'suspect' OR ahead = 1 THEN 1 ELSE 0 END) AS suspect,
  CASE WHEN min(content) < max(content) THEN 1 ELSE 0 END AS conflict
FROM counters
WHERE sheet <> ''
GROUP BY sheet;

-- Each counter of each sheet once, the larger count where two contents came under one id.
CREATE OR REPLACE TABLE counted AS
SELECT d.province AS province, d.commune AS commune, d.team AS team, d.tablet AS tablet, s.sheet AS sheet,
  s.first_day AS day, s.first_monday AS monday, c.guide AS guide, c.revision AS revision, c.locale AS locale,
  c.mode AS mode, c.event AS event, c.step AS step, c.reason AS reason, c.minutes AS minutes, c.largest AS count
FROM (
  SELECT sheet, guide, revision, locale, mode, event, step, reason, minutes, max(count) AS largest
  FROM counters
  WHERE event <> ''
  GROUP BY sheet, guide, revision, locale, mode, event, step, reason, minutes
) AS c
JOIN sheets AS s ON s.sheet = c.sheet
JOIN devices AS d ON d.place = s.home;

-- --------------------------------------------------------------------------------------------------- of the period

-- Each counter's sum over all devices.
CREATE OR REPLACE VIEW counter_sums AS
SELECT guide, revision, locale, mode, event, step, reason, minutes, sum(count) AS number
FROM counted
WHERE day >= (SELECT first_day FROM period) AND day <= (SELECT last_day FROM period)
GROUP BY guide, revision, locale, mode, event, step, reason, minutes;

-- Walks that ended, the offices' lượt: turns = completed + stopped + left = helped + alone.
CREATE OR REPLACE VIEW turn_counts AS
SELECT province, commune, team, tablet, guide, day, monday, count AS all_of_them,
  CASE WHEN event = 'completed' THEN count ELSE 0 END AS as_completed,
  CASE WHEN event = 'stopped' THEN count ELSE 0 END AS as_stopped,
  CASE WHEN event = 'left' THEN count ELSE 0 END AS as_left,
  CASE WHEN mode = 'helped' THEN count ELSE 0 END AS as_helped,
  CASE WHEN mode = 'alone' THEN count ELSE 0 END AS as_alone
FROM counted
WHERE event IN ('completed', 'stopped', 'left')
  AND day >= (SELECT first_day FROM period) AND day <= (SELECT last_day FROM period);

-- All in one row. `first` and `last` are the days of the first and last turn; '' where there is none.
CREATE OR REPLACE VIEW totals AS
SELECT coalesce(sum(all_of_them), 0) AS turns, coalesce(sum(as_completed), 0) AS completed,
  coalesce(sum(as_stopped), 0) AS stopped, coalesce(sum(as_left), 0) AS "left",
  coalesce(sum(as_helped), 0) AS helped, coalesce(sum(as_alone), 0) AS alone,
  (SELECT coalesce(sum(number), 0) FROM counter_sums WHERE event = 'started') AS started,
  (SELECT count(*) FROM (SELECT DISTINCT province, commune FROM turn_counts) AS c) AS communes,
  (SELECT count(*) FROM (SELECT DISTINCT province, commune, team FROM turn_counts) AS t) AS teams,
  (SELECT count(*) FROM (SELECT DISTINCT province, commune, team, tablet FROM turn_counts) AS p) AS tablets,
  coalesce(min(day), '') AS first, coalesce(max(day), '') AS last
FROM turn_counts;

CREATE OR REPLACE VIEW by_commune AS
SELECT province, commune, sum(all_of_them) AS turns, sum(as_completed) AS completed, sum(as_stopped) AS stopped,
  sum(as_left) AS "left", sum(as_helped) AS helped, sum(as_alone) AS alone
FROM turn_counts
GROUP BY province, commune
ORDER BY province, commune;

CREATE OR REPLACE VIEW by_team AS
SELECT province, commune, team, sum(all_of_them) AS turns, sum(as_completed) AS completed, sum(as_stopped) AS stopped,
  sum(as_left) AS "left", sum(as_helped) AS helped, sum(as_alone) AS alone
FROM turn_counts
GROUP BY province, commune, team
ORDER BY province, commune, team;

CREATE OR REPLACE VIEW by_guide AS
SELECT guide, sum(all_of_them) AS turns, sum(as_completed) AS completed, sum(as_stopped) AS stopped,
  sum(as_left) AS "left", sum(as_helped) AS helped, sum(as_alone) AS alone
FROM turn_counts
GROUP BY guide
ORDER BY guide;

CREATE OR REPLACE VIEW by_commune_and_guide AS
SELECT province, commune, guide, sum(all_of_them) AS turns, sum(as_completed) AS completed,
  sum(as_stopped) AS stopped, sum(as_left) AS "left", sum(as_helped) AS helped, sum(as_alone) AS alone
FROM turn_counts
GROUP BY province, commune, guide
ORDER BY province, commune, guide;

-- By the Monday of the week. A week without a turn has no row; the browser shows it with zeros.
CREATE OR REPLACE VIEW by_week AS
SELECT monday, sum(all_of_them) AS turns, sum(as_completed) AS completed, sum(as_stopped) AS stopped,
  sum(as_left) AS "left", sum(as_helped) AS helped, sum(as_alone) AS alone
FROM turn_counts
GROUP BY monday
ORDER BY monday;

-- ----------------------------------------------------------------------------------------------- where people stop

-- How each step of each guide did: reached = went_on + stopped + left.
CREATE OR REPLACE VIEW steps_by_revision AS
SELECT guide, locale, revision, step,
  sum(CASE WHEN event = 'reached' THEN number ELSE 0 END) AS reached,
  sum(CASE WHEN event = 'reached' THEN number ELSE 0 END)
    - sum(CASE WHEN event IN ('stopped', 'left') THEN number ELSE 0 END) AS went_on,
  sum(CASE WHEN event = 'stopped' THEN number ELSE 0 END) AS stopped,
  sum(CASE WHEN event = 'left' THEN number ELSE 0 END) AS "left",
  sum(CASE WHEN event = 'help' THEN number ELSE 0 END) AS help
FROM counter_sums
WHERE step <> ''
GROUP BY guide, locale, revision, step
ORDER BY guide, locale, revision, step;

-- The same over all revisions and languages.
CREATE OR REPLACE VIEW steps AS
SELECT guide, step,
  sum(reached) AS reached, sum(went_on) AS went_on, sum(stopped) AS stopped, sum("left") AS "left", sum(help) AS help
FROM steps_by_revision
GROUP BY guide, step
ORDER BY guide, step;

-- Why a step was stopped on.
CREATE OR REPLACE VIEW reasons AS
SELECT guide, step, reason, sum(number) AS stopped
FROM counter_sums
WHERE event = 'stopped' AND step <> '' AND reason <> ''
GROUP BY guide, step, reason
ORDER BY guide, step, stopped DESC, reason;

-- The steps that people are lost on, most of them first.
CREATE OR REPLACE VIEW steps_to_mend AS
SELECT guide, step, stopped + "left" AS lost, reached, help
FROM steps
WHERE stopped + "left" > 0
ORDER BY lost DESC, guide, step;

-- ------------------------------------------------------------------- what to ask the teams about, of all days

-- Files that were not taken, and why.
CREATE OR REPLACE VIEW refused_files AS
SELECT file, refused AS reason FROM files WHERE refused <> '' ORDER BY file;

-- The devices heard from, the longest silent first; `last_day` is that of their latest sheet, '' where they have none.
CREATE OR REPLACE VIEW heard_from AS
SELECT d.province AS province, d.commune AS commune, d.team AS team, d.tablet AS tablet,
  d.last_exported AS exported, coalesce(s.latest, '') AS last_day, d.file_count AS files,
  d.most_not_counted AS not_counted
FROM devices AS d
LEFT JOIN (SELECT home, max(first_day) AS latest FROM sheets GROUP BY home) AS s ON s.home = d.place
ORDER BY exported, province, commune, team, tablet;

-- Sheets that came in two versions: a copied tablet, a rolled-back profile, or tampering.
CREATE OR REPLACE VIEW conflicts AS
SELECT s.sheet AS sheet, s.first_day AS day, d.province AS province, d.commune AS commune, d.team AS team,
  d.tablet AS tablet
FROM sheets AS s
JOIN devices AS d ON d.place = s.home
WHERE s.conflict = 1
ORDER BY sheet;

-- Sheets whose day cannot be right: they say so themselves, or were exported more than a day before it.
CREATE OR REPLACE VIEW suspect_sheets AS
SELECT s.sheet AS sheet, s.first_day AS day, d.province AS province, d.commune AS commune, d.team AS team,
  d.tablet AS tablet
FROM sheets AS s
JOIN devices AS d ON d.place = s.home
WHERE s.suspect = 1
ORDER BY sheet;

-- More turns on one device on one day than can be: ten hours without a pause, three minutes a turn.
CREATE OR REPLACE VIEW busy_days AS
SELECT province, commune, team, tablet, day, sum(count) AS turns
FROM counted
WHERE event IN ('completed', 'stopped', 'left')
GROUP BY province, commune, team, tablet, day
HAVING sum(count) > 200
ORDER BY turns DESC, province, commune, team, tablet, day;
