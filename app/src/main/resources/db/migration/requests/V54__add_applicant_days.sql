-- How many one applicant asks in a month is counted without reading them (条例 arts. 35, 42).
CREATE INDEX request_case_applicant_day ON request_case (applicant_key, agency_id, arrived_on);
