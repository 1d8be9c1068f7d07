-- The notices for 2019 to 2026 and the region's for 2019 to 2022, compared with the notices' texts as
-- published or reprinted. The days come from the data set holiday-cn (MIT, see NOTICE); the two
-- amended years are split into the notice first given and the one that amended it.

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('CN', 'ANNUAL', 2019, '国办发明电〔2018〕15号', '国务院办公厅关于2019年部分节假日安排的通知',
        '国务院办公厅', DATE '2018-12-04', 'CHECKED', '通知原文（2018年12月）', 26, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2018-12-29', 'WORK', '元旦'),
         (DATE '2018-12-30', 'OFF', '元旦'),
         (DATE '2018-12-31', 'OFF', '元旦'),
         (DATE '2019-01-01', 'OFF', '元旦'),
         (DATE '2019-02-02', 'WORK', '春节'),
         (DATE '2019-02-03', 'WORK', '春节'),
         (DATE '2019-02-04', 'OFF', '春节'),
         (DATE '2019-02-05', 'OFF', '春节'),
         (DATE '2019-02-06', 'OFF', '春节'),
         (DATE '2019-02-07', 'OFF', '春节'),
         (DATE '2019-02-08', 'OFF', '春节'),
         (DATE '2019-02-09', 'OFF', '春节'),
         (DATE '2019-02-10', 'OFF', '春节'),
         (DATE '2019-04-05', 'OFF', '清明节'),
         (DATE '2019-05-01', 'OFF', '劳动节'),
         (DATE '2019-06-07', 'OFF', '端午节'),
         (DATE '2019-09-13', 'OFF', '中秋节'),
         (DATE '2019-09-29', 'WORK', '国庆节'),
         (DATE '2019-10-01', 'OFF', '国庆节'),
         (DATE '2019-10-02', 'OFF', '国庆节'),
         (DATE '2019-10-03', 'OFF', '国庆节'),
         (DATE '2019-10-04', 'OFF', '国庆节'),
         (DATE '2019-10-05', 'OFF', '国庆节'),
         (DATE '2019-10-06', 'OFF', '国庆节'),
         (DATE '2019-10-07', 'OFF', '国庆节'),
         (DATE '2019-10-12', 'WORK', '国庆节')
     ) AS d (day, kind, festival)
WHERE n.title = '国务院办公厅关于2019年部分节假日安排的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('CN', 'AMENDMENT', 2019, '国办发明电〔2019〕3号', '国务院办公厅关于调整2019年劳动节假期安排的通知',
        '国务院办公厅', DATE '2019-03-22', 'CHECKED', '通知原文（中国政府网2019年3月22日）', 6, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2019-04-28', 'WORK', '劳动节'),
         (DATE '2019-05-01', 'OFF', '劳动节'),
         (DATE '2019-05-02', 'OFF', '劳动节'),
         (DATE '2019-05-03', 'OFF', '劳动节'),
         (DATE '2019-05-04', 'OFF', '劳动节'),
         (DATE '2019-05-05', 'WORK', '劳动节')
     ) AS d (day, kind, festival)
WHERE n.title = '国务院办公厅关于调整2019年劳动节假期安排的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('CN', 'ANNUAL', 2020, '国办发明电〔2019〕16号', '国务院办公厅关于2020年部分节假日安排的通知',
        '国务院办公厅', DATE '2019-11-21', 'CHECKED', '通知原文（新华社2019年11月21日电）', 34, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2020-01-01', 'OFF', '元旦'),
         (DATE '2020-01-19', 'WORK', '春节'),
         (DATE '2020-01-24', 'OFF', '春节'),
         (DATE '2020-01-25', 'OFF', '春节'),
         (DATE '2020-01-26', 'OFF', '春节'),
         (DATE '2020-01-27', 'OFF', '春节'),
         (DATE '2020-01-28', 'OFF', '春节'),
         (DATE '2020-01-29', 'OFF', '春节'),
         (DATE '2020-01-30', 'OFF', '春节'),
         (DATE '2020-02-01', 'WORK', '春节'),
         (DATE '2020-04-04', 'OFF', '清明节'),
         (DATE '2020-04-05', 'OFF', '清明节'),
         (DATE '2020-04-06', 'OFF', '清明节'),
         (DATE '2020-04-26', 'WORK', '劳动节'),
         (DATE '2020-05-01', 'OFF', '劳动节'),
         (DATE '2020-05-02', 'OFF', '劳动节'),
         (DATE '2020-05-03', 'OFF', '劳动节'),
         (DATE '2020-05-04', 'OFF', '劳动节'),
         (DATE '2020-05-05', 'OFF', '劳动节'),
         (DATE '2020-05-09', 'WORK', '劳动节'),
         (DATE '2020-06-25', 'OFF', '端午节'),
         (DATE '2020-06-26', 'OFF', '端午节'),
         (DATE '2020-06-27', 'OFF', '端午节'),
         (DATE '2020-06-28', 'WORK', '端午节'),
         (DATE '2020-09-27', 'WORK', '国庆节、中秋节'),
         (DATE '2020-10-01', 'OFF', '国庆节、中秋节'),
         (DATE '2020-10-02', 'OFF', '国庆节、中秋节'),
         (DATE '2020-10-03', 'OFF', '国庆节、中秋节'),
         (DATE '2020-10-04', 'OFF', '国庆节、中秋节'),
         (DATE '2020-10-05', 'OFF', '国庆节、中秋节'),
         (DATE '2020-10-06', 'OFF', '国庆节、中秋节'),
         (DATE '2020-10-07', 'OFF', '国庆节、中秋节'),
         (DATE '2020-10-08', 'OFF', '国庆节、中秋节'),
         (DATE '2020-10-10', 'WORK', '国庆节、中秋节')
     ) AS d (day, kind, festival)
WHERE n.title = '国务院办公厅关于2020年部分节假日安排的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('CN', 'AMENDMENT', 2020, '国办发明电〔2020〕1号', '国务院办公厅关于延长2020年春节假期的通知',
        '国务院办公厅', DATE '2020-01-27', 'CHECKED', '通知原文（2020年1月26日印发，新华社1月27日电）', 4, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2020-01-31', 'OFF', '春节'),
         (DATE '2020-02-01', 'OFF', '春节'),
         (DATE '2020-02-02', 'OFF', '春节'),
         (DATE '2020-02-03', 'WORK', '春节')
     ) AS d (day, kind, festival)
WHERE n.title = '国务院办公厅关于延长2020年春节假期的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('CN', 'ANNUAL', 2021, '国办发明电〔2020〕27号', '国务院办公厅关于2021年部分节假日安排的通知',
        '国务院办公厅', DATE '2020-11-25', 'CHECKED', '通知原文（2020年11月25日）', 38, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2021-01-01', 'OFF', '元旦'),
         (DATE '2021-01-02', 'OFF', '元旦'),
         (DATE '2021-01-03', 'OFF', '元旦'),
         (DATE '2021-02-07', 'WORK', '春节'),
         (DATE '2021-02-11', 'OFF', '春节'),
         (DATE '2021-02-12', 'OFF', '春节'),
         (DATE '2021-02-13', 'OFF', '春节'),
         (DATE '2021-02-14', 'OFF', '春节'),
         (DATE '2021-02-15', 'OFF', '春节'),
         (DATE '2021-02-16', 'OFF', '春节'),
         (DATE '2021-02-17', 'OFF', '春节'),
         (DATE '2021-02-20', 'WORK', '春节'),
         (DATE '2021-04-03', 'OFF', '清明节'),
         (DATE '2021-04-04', 'OFF', '清明节'),
         (DATE '2021-04-05', 'OFF', '清明节'),
         (DATE '2021-04-25', 'WORK', '劳动节'),
         (DATE '2021-05-01', 'OFF', '劳动节'),
         (DATE '2021-05-02', 'OFF', '劳动节'),
         (DATE '2021-05-03', 'OFF', '劳动节'),
         (DATE '2021-05-04', 'OFF', '劳动节'),
         (DATE '2021-05-05', 'OFF', '劳动节'),
         (DATE '2021-05-08', 'WORK', '劳动节'),
         (DATE '2021-06-12', 'OFF', '端午节'),
         (DATE '2021-06-13', 'OFF', '端午节'),
         (DATE '2021-06-14', 'OFF', '端午节'),
         (DATE '2021-09-18', 'WORK', '中秋节'),
         (DATE '2021-09-19', 'OFF', '中秋节'),
         (DATE '2021-09-20', 'OFF', '中秋节'),
         (DATE '2021-09-21', 'OFF', '中秋节'),
         (DATE '2021-09-26', 'WORK', '国庆节'),
         (DATE '2021-10-01', 'OFF', '国庆节'),
         (DATE '2021-10-02', 'OFF', '国庆节'),
         (DATE '2021-10-03', 'OFF', '国庆节'),
         (DATE '2021-10-04', 'OFF', '国庆节'),
         (DATE '2021-10-05', 'OFF', '国庆节'),
         (DATE '2021-10-06', 'OFF', '国庆节'),
         (DATE '2021-10-07', 'OFF', '国庆节'),
         (DATE '2021-10-09', 'WORK', '国庆节')
     ) AS d (day, kind, festival)
WHERE n.title = '国务院办公厅关于2021年部分节假日安排的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('CN', 'ANNUAL', 2022, '国办发明电〔2021〕11号', '国务院办公厅关于2022年部分节假日安排的通知',
        '国务院办公厅', DATE '2021-10-25', 'CHECKED', '通知原文（首都之窗2021年10月25日）', 38, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2022-01-01', 'OFF', '元旦'),
         (DATE '2022-01-02', 'OFF', '元旦'),
         (DATE '2022-01-03', 'OFF', '元旦'),
         (DATE '2022-01-29', 'WORK', '春节'),
         (DATE '2022-01-30', 'WORK', '春节'),
         (DATE '2022-01-31', 'OFF', '春节'),
         (DATE '2022-02-01', 'OFF', '春节'),
         (DATE '2022-02-02', 'OFF', '春节'),
         (DATE '2022-02-03', 'OFF', '春节'),
         (DATE '2022-02-04', 'OFF', '春节'),
         (DATE '2022-02-05', 'OFF', '春节'),
         (DATE '2022-02-06', 'OFF', '春节'),
         (DATE '2022-04-02', 'WORK', '清明节'),
         (DATE '2022-04-03', 'OFF', '清明节'),
         (DATE '2022-04-04', 'OFF', '清明节'),
         (DATE '2022-04-05', 'OFF', '清明节'),
         (DATE '2022-04-24', 'WORK', '劳动节'),
         (DATE '2022-04-30', 'OFF', '劳动节'),
         (DATE '2022-05-01', 'OFF', '劳动节'),
         (DATE '2022-05-02', 'OFF', '劳动节'),
         (DATE '2022-05-03', 'OFF', '劳动节'),
         (DATE '2022-05-04', 'OFF', '劳动节'),
         (DATE '2022-05-07', 'WORK', '劳动节'),
         (DATE '2022-06-03', 'OFF', '端午节'),
         (DATE '2022-06-04', 'OFF', '端午节'),
         (DATE '2022-06-05', 'OFF', '端午节'),
         (DATE '2022-09-10', 'OFF', '中秋节'),
         (DATE '2022-09-11', 'OFF', '中秋节'),
         (DATE '2022-09-12', 'OFF', '中秋节'),
         (DATE '2022-10-01', 'OFF', '国庆节'),
         (DATE '2022-10-02', 'OFF', '国庆节'),
         (DATE '2022-10-03', 'OFF', '国庆节'),
         (DATE '2022-10-04', 'OFF', '国庆节'),
         (DATE '2022-10-05', 'OFF', '国庆节'),
         (DATE '2022-10-06', 'OFF', '国庆节'),
         (DATE '2022-10-07', 'OFF', '国庆节'),
         (DATE '2022-10-08', 'WORK', '国庆节'),
         (DATE '2022-10-09', 'WORK', '国庆节')
     ) AS d (day, kind, festival)
WHERE n.title = '国务院办公厅关于2022年部分节假日安排的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('CN', 'ANNUAL', 2023, '国办发明电〔2022〕16号', '国务院办公厅关于2023年部分节假日安排的通知',
        '国务院办公厅', DATE '2022-12-08', 'CHECKED', '国务院公报2023年第1号', 34, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2022-12-31', 'OFF', '元旦'),
         (DATE '2023-01-01', 'OFF', '元旦'),
         (DATE '2023-01-02', 'OFF', '元旦'),
         (DATE '2023-01-21', 'OFF', '春节'),
         (DATE '2023-01-22', 'OFF', '春节'),
         (DATE '2023-01-23', 'OFF', '春节'),
         (DATE '2023-01-24', 'OFF', '春节'),
         (DATE '2023-01-25', 'OFF', '春节'),
         (DATE '2023-01-26', 'OFF', '春节'),
         (DATE '2023-01-27', 'OFF', '春节'),
         (DATE '2023-01-28', 'WORK', '春节'),
         (DATE '2023-01-29', 'WORK', '春节'),
         (DATE '2023-04-05', 'OFF', '清明节'),
         (DATE '2023-04-23', 'WORK', '劳动节'),
         (DATE '2023-04-29', 'OFF', '劳动节'),
         (DATE '2023-04-30', 'OFF', '劳动节'),
         (DATE '2023-05-01', 'OFF', '劳动节'),
         (DATE '2023-05-02', 'OFF', '劳动节'),
         (DATE '2023-05-03', 'OFF', '劳动节'),
         (DATE '2023-05-06', 'WORK', '劳动节'),
         (DATE '2023-06-22', 'OFF', '端午节'),
         (DATE '2023-06-23', 'OFF', '端午节'),
         (DATE '2023-06-24', 'OFF', '端午节'),
         (DATE '2023-06-25', 'WORK', '端午节'),
         (DATE '2023-09-29', 'OFF', '中秋节、国庆节'),
         (DATE '2023-09-30', 'OFF', '中秋节、国庆节'),
         (DATE '2023-10-01', 'OFF', '中秋节、国庆节'),
         (DATE '2023-10-02', 'OFF', '中秋节、国庆节'),
         (DATE '2023-10-03', 'OFF', '中秋节、国庆节'),
         (DATE '2023-10-04', 'OFF', '中秋节、国庆节'),
         (DATE '2023-10-05', 'OFF', '中秋节、国庆节'),
         (DATE '2023-10-06', 'OFF', '中秋节、国庆节'),
         (DATE '2023-10-07', 'WORK', '中秋节、国庆节'),
         (DATE '2023-10-08', 'WORK', '中秋节、国庆节')
     ) AS d (day, kind, festival)
WHERE n.title = '国务院办公厅关于2023年部分节假日安排的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('CN', 'ANNUAL', 2024, '国办发明电〔2023〕7号', '国务院办公厅关于2024年部分节假日安排的通知',
        '国务院办公厅', DATE '2023-10-25', 'CHECKED', '国务院公报2023年第31号', 36, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2024-01-01', 'OFF', '元旦'),
         (DATE '2024-02-04', 'WORK', '春节'),
         (DATE '2024-02-10', 'OFF', '春节'),
         (DATE '2024-02-11', 'OFF', '春节'),
         (DATE '2024-02-12', 'OFF', '春节'),
         (DATE '2024-02-13', 'OFF', '春节'),
         (DATE '2024-02-14', 'OFF', '春节'),
         (DATE '2024-02-15', 'OFF', '春节'),
         (DATE '2024-02-16', 'OFF', '春节'),
         (DATE '2024-02-17', 'OFF', '春节'),
         (DATE '2024-02-18', 'WORK', '春节'),
         (DATE '2024-04-04', 'OFF', '清明节'),
         (DATE '2024-04-05', 'OFF', '清明节'),
         (DATE '2024-04-06', 'OFF', '清明节'),
         (DATE '2024-04-07', 'WORK', '清明节'),
         (DATE '2024-04-28', 'WORK', '劳动节'),
         (DATE '2024-05-01', 'OFF', '劳动节'),
         (DATE '2024-05-02', 'OFF', '劳动节'),
         (DATE '2024-05-03', 'OFF', '劳动节'),
         (DATE '2024-05-04', 'OFF', '劳动节'),
         (DATE '2024-05-05', 'OFF', '劳动节'),
         (DATE '2024-05-11', 'WORK', '劳动节'),
         (DATE '2024-06-10', 'OFF', '端午节'),
         (DATE '2024-09-14', 'WORK', '中秋节'),
         (DATE '2024-09-15', 'OFF', '中秋节'),
         (DATE '2024-09-16', 'OFF', '中秋节'),
         (DATE '2024-09-17', 'OFF', '中秋节'),
         (DATE '2024-09-29', 'WORK', '国庆节'),
         (DATE '2024-10-01', 'OFF', '国庆节'),
         (DATE '2024-10-02', 'OFF', '国庆节'),
         (DATE '2024-10-03', 'OFF', '国庆节'),
         (DATE '2024-10-04', 'OFF', '国庆节'),
         (DATE '2024-10-05', 'OFF', '国庆节'),
         (DATE '2024-10-06', 'OFF', '国庆节'),
         (DATE '2024-10-07', 'OFF', '国庆节'),
         (DATE '2024-10-12', 'WORK', '国庆节')
     ) AS d (day, kind, festival)
WHERE n.title = '国务院办公厅关于2024年部分节假日安排的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('CN', 'ANNUAL', 2025, '国办发明电〔2024〕12号', '国务院办公厅关于2025年部分节假日安排的通知',
        '国务院办公厅', DATE '2024-11-12', 'CHECKED', '通知原文（新华社2024年11月12日电）', 33, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2025-01-01', 'OFF', '元旦'),
         (DATE '2025-01-26', 'WORK', '春节'),
         (DATE '2025-01-28', 'OFF', '春节'),
         (DATE '2025-01-29', 'OFF', '春节'),
         (DATE '2025-01-30', 'OFF', '春节'),
         (DATE '2025-01-31', 'OFF', '春节'),
         (DATE '2025-02-01', 'OFF', '春节'),
         (DATE '2025-02-02', 'OFF', '春节'),
         (DATE '2025-02-03', 'OFF', '春节'),
         (DATE '2025-02-04', 'OFF', '春节'),
         (DATE '2025-02-08', 'WORK', '春节'),
         (DATE '2025-04-04', 'OFF', '清明节'),
         (DATE '2025-04-05', 'OFF', '清明节'),
         (DATE '2025-04-06', 'OFF', '清明节'),
         (DATE '2025-04-27', 'WORK', '劳动节'),
         (DATE '2025-05-01', 'OFF', '劳动节'),
         (DATE '2025-05-02', 'OFF', '劳动节'),
         (DATE '2025-05-03', 'OFF', '劳动节'),
         (DATE '2025-05-04', 'OFF', '劳动节'),
         (DATE '2025-05-05', 'OFF', '劳动节'),
         (DATE '2025-05-31', 'OFF', '端午节'),
         (DATE '2025-06-01', 'OFF', '端午节'),
         (DATE '2025-06-02', 'OFF', '端午节'),
         (DATE '2025-09-28', 'WORK', '国庆节、中秋节'),
         (DATE '2025-10-01', 'OFF', '国庆节、中秋节'),
         (DATE '2025-10-02', 'OFF', '国庆节、中秋节'),
         (DATE '2025-10-03', 'OFF', '国庆节、中秋节'),
         (DATE '2025-10-04', 'OFF', '国庆节、中秋节'),
         (DATE '2025-10-05', 'OFF', '国庆节、中秋节'),
         (DATE '2025-10-06', 'OFF', '国庆节、中秋节'),
         (DATE '2025-10-07', 'OFF', '国庆节、中秋节'),
         (DATE '2025-10-08', 'OFF', '国庆节、中秋节'),
         (DATE '2025-10-11', 'WORK', '国庆节、中秋节')
     ) AS d (day, kind, festival)
WHERE n.title = '国务院办公厅关于2025年部分节假日安排的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('CN', 'ANNUAL', 2026, '国办发明电〔2025〕7号', '国务院办公厅关于2026年部分节假日安排的通知',
        '国务院办公厅', DATE '2025-11-04', 'CHECKED', '通知原文（新华社2025年11月4日电）；文号据转载', 39, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2026-01-01', 'OFF', '元旦'),
         (DATE '2026-01-02', 'OFF', '元旦'),
         (DATE '2026-01-03', 'OFF', '元旦'),
         (DATE '2026-01-04', 'WORK', '元旦'),
         (DATE '2026-02-14', 'WORK', '春节'),
         (DATE '2026-02-15', 'OFF', '春节'),
         (DATE '2026-02-16', 'OFF', '春节'),
         (DATE '2026-02-17', 'OFF', '春节'),
         (DATE '2026-02-18', 'OFF', '春节'),
         (DATE '2026-02-19', 'OFF', '春节'),
         (DATE '2026-02-20', 'OFF', '春节'),
         (DATE '2026-02-21', 'OFF', '春节'),
         (DATE '2026-02-22', 'OFF', '春节'),
         (DATE '2026-02-23', 'OFF', '春节'),
         (DATE '2026-02-28', 'WORK', '春节'),
         (DATE '2026-04-04', 'OFF', '清明节'),
         (DATE '2026-04-05', 'OFF', '清明节'),
         (DATE '2026-04-06', 'OFF', '清明节'),
         (DATE '2026-05-01', 'OFF', '劳动节'),
         (DATE '2026-05-02', 'OFF', '劳动节'),
         (DATE '2026-05-03', 'OFF', '劳动节'),
         (DATE '2026-05-04', 'OFF', '劳动节'),
         (DATE '2026-05-05', 'OFF', '劳动节'),
         (DATE '2026-05-09', 'WORK', '劳动节'),
         (DATE '2026-06-19', 'OFF', '端午节'),
         (DATE '2026-06-20', 'OFF', '端午节'),
         (DATE '2026-06-21', 'OFF', '端午节'),
         (DATE '2026-09-20', 'WORK', '国庆节'),
         (DATE '2026-09-25', 'OFF', '中秋节'),
         (DATE '2026-09-26', 'OFF', '中秋节'),
         (DATE '2026-09-27', 'OFF', '中秋节'),
         (DATE '2026-10-01', 'OFF', '国庆节'),
         (DATE '2026-10-02', 'OFF', '国庆节'),
         (DATE '2026-10-03', 'OFF', '国庆节'),
         (DATE '2026-10-04', 'OFF', '国庆节'),
         (DATE '2026-10-05', 'OFF', '国庆节'),
         (DATE '2026-10-06', 'OFF', '国庆节'),
         (DATE '2026-10-07', 'OFF', '国庆节'),
         (DATE '2026-10-10', 'WORK', '国庆节')
     ) AS d (day, kind, festival)
WHERE n.title = '国务院办公厅关于2026年部分节假日安排的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('NX', 'ANNUAL', 2019, '宁政办发〔2018〕137号', '自治区人民政府办公厅关于2019年部分节假日安排的通知',
        '宁夏回族自治区人民政府办公厅', DATE '2018-12-31', 'CHECKED', '通知原文转载；印发日期未见，按2018年末计', 4, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2019-06-05', 'OFF', '开斋节'),
         (DATE '2019-06-06', 'OFF', '开斋节'),
         (DATE '2019-08-12', 'OFF', '古尔邦节'),
         (DATE '2019-08-13', 'OFF', '古尔邦节')
     ) AS d (day, kind, festival)
WHERE n.title = '自治区人民政府办公厅关于2019年部分节假日安排的通知';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('NX', 'ANNUAL', 2020, NULL, '自治区人民政府办公厅关于2020年部分节假日安排的通知（2019年12月4日）',
        '宁夏回族自治区人民政府办公厅', DATE '2019-12-04', 'CHECKED', '通知原文转载；文号未见', 4, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2020-05-25', 'OFF', '开斋节'),
         (DATE '2020-05-26', 'OFF', '开斋节'),
         (DATE '2020-07-30', 'OFF', '古尔邦节'),
         (DATE '2020-07-31', 'OFF', '古尔邦节')
     ) AS d (day, kind, festival)
WHERE n.title = '自治区人民政府办公厅关于2020年部分节假日安排的通知（2019年12月4日）';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('NX', 'ANNUAL', 2021, NULL, '自治区人民政府办公厅关于2021年部分节假日安排的通知（2020年12月17日）',
        '宁夏回族自治区人民政府办公厅', DATE '2020-12-17', 'CHECKED', '通知原文转载；文号未见', 4, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2021-05-13', 'OFF', '开斋节'),
         (DATE '2021-05-14', 'OFF', '开斋节'),
         (DATE '2021-07-19', 'OFF', '古尔邦节'),
         (DATE '2021-07-20', 'OFF', '古尔邦节')
     ) AS d (day, kind, festival)
WHERE n.title = '自治区人民政府办公厅关于2021年部分节假日安排的通知（2020年12月17日）';

INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by, valid_from, certainty, source, day_count, entered_at)
VALUES ('NX', 'ANNUAL', 2022, NULL, '自治区人民政府办公厅关于2022年部分节假日安排的通知',
        '宁夏回族自治区人民政府办公厅', DATE '2021-12-31', 'CHECKED', '通知原文转载（三处一致）；文号和印发日期未见，按2021年末计；开斋节在劳动节假期内，未另放假', 2, TIMESTAMPTZ '2026-11-23 00:00+08');

INSERT INTO calendar_notice_day (notice_id, day, kind, festival)
SELECT n.id, d.day, d.kind, d.festival
FROM calendar_notice n,
     (VALUES
         (DATE '2022-07-11', 'OFF', '古尔邦节'),
         (DATE '2022-07-12', 'OFF', '古尔邦节')
     ) AS d (day, kind, festival)
WHERE n.title = '自治区人民政府办公厅关于2022年部分节假日安排的通知';
