-- Part one, for DuckDB 1.4 or newer: reads export files into one table, `counters`.
--
--   SET VARIABLE files = 'exports/**/*.json';    -- before it: a glob, or a list of them
--
-- A row a file, sheet and counter: the file (`file`, `refused`, `province`, `commune`, `team`, `tablet`, `place` = the
-- four as JSON text, `exported`, `not_counted`), its sheet (`sheet` = id, `content` = digest, `day`, `monday` of its week,
-- `clock`, `ahead` = 1 where its day is more than one after `exported`) and the counter (`guide` to `count`).
-- A sheet without counters is one row, its event ''; so is a file without sheets, its sheet ''. A file that is refused is
-- one row with the reason in `refused`, which is '' elsewhere. Days are text.
--
-- Each file is judged by itself, by the rules of src/report/read-file.ts and read-sheets.ts: a damaged one spoils no
-- other. Refused here and not in the browser, though the app writes none of it: a key that is there twice, a count
-- written as 12.0 or 1e1, bytes or \u escapes that make no character.

-- The sheets of a sound file in canonical JSON (RFC 8785), as a pattern.
CREATE OR REPLACE TEMP MACRO sheets_pattern() AS ('\[(SHEET(,SHEET)*)?\]')
  .replace('SHEET', '\{("clock":"suspect",)?"day":"[0-9-]{10}","id":"[0-9a-f]{32}","rows":\[(ROW(,ROW)*)?\]\}')
  .replace('ROW', '\{"count":([1-9][0-9]{0,5}|1000000),"event":"(started|completed|stopped|left|reached|help)",'
    '"guide":"NAME","locale":"(vi|en)","minutes":"(0-5|5-10|10-20|20-40|40\+)?","mode":"(helped|alone)",'
    '"reason":"(no-document|phone|sim-otp|app-error|no-time|unsure|other)?","revision":"[0-9a-f]{8}","step":"(NAME)?"\}')
  .replace('NAME', '[a-z0-9]+(-[a-z0-9]+)*');
-- A character beyond U+FFFF counts as two, as it does in the browser.
CREATE OR REPLACE TEMP MACRO is_text(leaf) AS left(leaf, 1) = '"' AND
  length(leaf ->> '$') + length(regexp_replace(leaf ->> '$', '[^\x{10000}-\x{10FFFF}]', '', 'g')) <= 120;
CREATE OR REPLACE TEMP MACRO is_day(leaf) AS
  regexp_full_match(leaf, '"\d{4}-\d{2}-\d{2}"') AND TRY_CAST(trim(leaf, '"') AS DATE) IS NOT NULL;
-- As text first: as JSON, "5" and true would be numbers too.
CREATE OR REPLACE TEMP MACRO number_in(leaf) AS TRY_CAST(CAST(leaf AS VARCHAR) AS DOUBLE);
CREATE OR REPLACE TEMP MACRO is_whole(leaf) AS
  number_in(leaf) BETWEEN 0 AND 9007199254740991 AND number_in(leaf) = floor(number_in(leaf));
-- One a key, in order: no dimension can hold the separator, which comes before all that they hold.
CREATE OR REPLACE TEMP MACRO is_sorted(keys) AS keys = list_sort(list_distinct(keys));

CREATE OR REPLACE TABLE counters AS
WITH
  texts AS (
    SELECT filename AS file, size,
      CASE WHEN size <= 20000000 THEN ltrim(TRY(decode(content)), chr(65279)) END AS text
    FROM read_blob(getvariable('files'))
  ),
  printed AS (
    SELECT *, TRY(CAST(json(text) AS VARCHAR)) AS json FROM texts
  ),
  -- DuckDB forgives a comma before a closing bracket, and prints without it.
  forgiven AS (
    SELECT file, size,
      CASE WHEN length(text) - length(replace(text, ',', '')) <= length(json) - length(replace(json, ',', ''))
        THEN json END AS json
    FROM printed
  ),
  -- A leaf of type JSON keeps its quotes, so that "5" and 5 stay two things.
  parsed AS (
    SELECT file, size, json IS NOT NULL AS is_json,
      list_sort(json_keys(json)) AS keys, list_sort(json_keys(json, '$.place')) AS place_keys,
      length(CAST(json_extract(json, '$.sheets') AS VARCHAR)) AS sheets_length,
      from_json(json, '{
        "format": "JSON", "version": "JSON", "exported": "JSON", "notCounted": "JSON", "total": "JSON", "sha256": "JSON",
        "place": {"province": "JSON", "commune": "JSON", "team": "JSON", "tablet": "JSON"},
        "sheets": [{"id": "JSON", "day": "JSON", "clock": "JSON", "rows": [{
          "guide": "JSON", "revision": "JSON", "locale": "JSON", "mode": "JSON", "event": "JSON", "step": "JSON",
          "reason": "JSON", "minutes": "JSON", "count": "JSON"}]}]}') AS head
    FROM forgiven
  ),
  -- Canonical JSON (RFC 8785): keys in order, no spaces. What may stand in a sheet needs no escapes.
  canonical AS (
    SELECT *, list_transform(head.sheets, lambda s:
      concat('{', '"clock":' || s.clock || ',', '"day":', s.day, ',"id":', s.id, ',"rows":[',
        array_to_string(list_transform(s.rows, lambda r:
          concat('{"count":', r.count, ',"event":', r.event, ',"guide":', r.guide, ',"locale":', r.locale,
            ',"minutes":', r.minutes, ',"mode":', r.mode, ',"reason":', r.reason, ',"revision":', r.revision,
            ',"step":', r.step, '}')), ','), ']}')) AS sheet_texts
    FROM parsed
  ),
  whole AS (
    SELECT *, concat('[', array_to_string(sheet_texts, ','), ']') AS text FROM canonical
  ),
  judged AS (
    SELECT *, CASE
      WHEN size > 20000000 THEN 'too-large'
      WHEN NOT is_json THEN 'not-json'
      WHEN head.format IS DISTINCT FROM '"tung-buoc/counts"' THEN 'not-ours'
      WHEN number_in(head.version) > 1 THEN 'newer'
      WHEN (
        number_in(head.version) = 1
        AND keys = ['exported', 'format', 'notCounted', 'place', 'sha256', 'sheets', 'total', 'version']
        AND place_keys = ['commune', 'province', 'tablet', 'team']
        AND is_text(head.place.province) AND is_text(head.place.commune)
        AND is_text(head.place.team) AND is_text(head.place.tablet)
        AND is_day(head.exported) AND is_whole(head.notCounted) AND is_whole(head.total)
        AND regexp_full_match(head.sha256, '"[0-9a-f]{64}"')
        -- A key that is not known, or is there twice, was printed and is not in the canonical text.
        AND length(text) = sheets_length
        AND regexp_full_match(text, sheets_pattern())
        AND NOT regexp_matches(text, '"[a-z0-9-]{81,}"')
        AND list_unique(list_transform(head.sheets, lambda s: s.id)) = len(head.sheets)
        AND len(list_filter(head.sheets, lambda s: s.rows IS NULL OR NOT is_day(s.day))) = 0
        AND len(list_filter(head.sheets, lambda s: NOT is_sorted(list_transform(s.rows, lambda r: concat_ws(chr(9),
          r.guide, r.revision, r.locale, r.mode, r.event, r.step, r.reason, r.minutes))))) = 0
      ) IS NOT TRUE THEN 'invalid'
      WHEN head.sha256 <> concat('"', sha256(text), '"') THEN 'digest'
      WHEN number_in(head.total) <> coalesce(list_sum(list_transform(head.sheets, lambda s:
        list_sum(list_transform(s.rows, lambda r:
          CASE WHEN r.event IN ('"completed"', '"stopped"', '"left"') THEN CAST(r.count AS BIGINT) ELSE 0 END)))), 0)
        THEN 'total'
      ELSE '' END AS refused
    FROM whole
  ),
  -- Now that it is sound, it can be read as what it is.
  sound AS (
    SELECT file, refused, CASE WHEN refused = '' THEN head END AS head,
      CASE WHEN refused = '' THEN list_transform(sheet_texts, lambda t: md5(t)) END AS contents,
      CASE WHEN refused = '' THEN from_json(text, '[{"id": "VARCHAR", "day": "VARCHAR", "clock": "VARCHAR", "rows": [{
        "guide": "VARCHAR", "revision": "VARCHAR", "locale": "VARCHAR", "mode": "VARCHAR", "event": "VARCHAR",
        "step": "VARCHAR", "reason": "VARCHAR", "minutes": "VARCHAR", "count": "UINTEGER"}]}]') END AS sheets
    FROM judged
  ),
  sheet_rows AS (
    SELECT file, refused, head,
      unnest(CASE WHEN len(sheets) > 0 THEN sheets ELSE [NULL] END) AS s,
      unnest(CASE WHEN len(sheets) > 0 THEN contents ELSE [''] END) AS content
    FROM sound
  ),
  counter_rows AS (
    SELECT file, refused, head, s, content, unnest(CASE WHEN len(s.rows) > 0 THEN s.rows ELSE [NULL] END) AS r
    FROM sheet_rows
  )
SELECT file, refused,
  coalesce(head.place.province ->> '$', '') AS province, coalesce(head.place.commune ->> '$', '') AS commune,
  coalesce(head.place.team ->> '$', '') AS team, coalesce(head.place.tablet ->> '$', '') AS tablet,
  concat('[', concat_ws(',', head.place.province, head.place.commune, head.place.team, head.place.tablet), ']') AS place,
  coalesce(trim(head.exported, '"'), '') AS exported,
  coalesce(CAST(number_in(head.notCounted) AS BIGINT), 0) AS not_counted,
  coalesce(s.id, '') AS sheet, content, coalesce(s.day, '') AS day,
  coalesce(CAST(CAST(date_trunc('week', CAST(s.day AS DATE)) AS DATE) AS VARCHAR), '') AS monday,
  coalesce(s.clock, '') AS clock,
  CASE WHEN CAST(s.day AS DATE) > CAST(trim(head.exported, '"') AS DATE) + 1 THEN 1 ELSE 0 END AS ahead,
  coalesce(r.guide, '') AS guide, coalesce(r.revision, '') AS revision, coalesce(r.locale, '') AS locale,
  coalesce(r.mode, '') AS mode, coalesce(r.event, '') AS event, coalesce(r.step, '') AS step,
  coalesce(r.reason, '') AS reason, coalesce(r.minutes, '') AS minutes, coalesce(r.count, 0) AS count
FROM counter_rows;
