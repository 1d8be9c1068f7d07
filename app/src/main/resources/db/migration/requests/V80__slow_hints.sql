-- Whether a public document answered a question is told by anybody, so a few times an hour from one address (已公开文件推荐).
ALTER TABLE request_try DROP CONSTRAINT request_try_what_check;
ALTER TABLE request_try ADD CONSTRAINT request_try_what_check
    CHECK (what IN ('REQUEST', 'PROVED_REQUEST', 'WRONG_SECRET', 'PROOF', 'UPLOAD', 'HINT'));
