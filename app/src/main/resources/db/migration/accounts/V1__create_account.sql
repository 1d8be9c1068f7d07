-- Accounts (账号) of people; a person has at most one. Nothing here is ever deleted but tries and codes.
CREATE TABLE account (
    id                  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person              bigint      NOT NULL UNIQUE,
    agency              bigint      NOT NULL,
    username            text        NOT NULL UNIQUE CHECK (username ~ '^[a-z][a-z0-9._-]{1,31}$'),
    password_hash       text        CHECK (password_hash LIKE '$argon2id$%'),
    disabled            boolean     NOT NULL DEFAULT false,
    demo                boolean     NOT NULL DEFAULT false,
    totp_secret         bytea,
    totp_confirmed      boolean     NOT NULL DEFAULT false,
    totp_last_step      bigint      NOT NULL DEFAULT 0,
    created_at          timestamptz NOT NULL,
    password_changed_at timestamptz,
    CHECK (NOT totp_confirmed OR totp_secret IS NOT NULL)
);

-- One-time secrets by which a password is set (一次性口令).
CREATE TABLE account_invitation (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account     bigint      NOT NULL REFERENCES account,
    secret_hash text        NOT NULL,
    expires_at  timestamptz NOT NULL,
    ended_at    timestamptz
);
CREATE INDEX account_invitation_account ON account_invitation (account);

-- Codes for whoever has lost the authenticator (备用码).
CREATE TABLE account_recovery_code (
    account   bigint      NOT NULL REFERENCES account,
    code_hash text        NOT NULL,
    used_at   timestamptz,
    PRIMARY KEY (account, code_hash)
);

-- Sessions of the desk (会话) and tokens of the API (令牌).
CREATE TABLE account_session (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account      bigint      NOT NULL REFERENCES account,
    channel      text        NOT NULL CHECK (channel IN ('DESK', 'API')),
    token_hash   text        NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    device       text        NOT NULL,
    address      text        NOT NULL,
    opened_at    timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL CHECK (expires_at > opened_at),
    ended_at     timestamptz
);
CREATE INDEX account_session_account ON account_session (account) WHERE ended_at IS NULL;

-- Tries to sign in (登录尝试), by keyed hashes of name and address; kept for a day.
CREATE TABLE account_try (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name_key    text        NOT NULL,
    address_key text        NOT NULL,
    at          timestamptz NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('FAILED', 'SUCCEEDED', 'UNLOCKED'))
);
CREATE INDEX account_try_name ON account_try (name_key, at);
CREATE INDEX account_try_address ON account_try (address_key, at) WHERE outcome = 'FAILED';
CREATE INDEX account_try_at ON account_try (at);

GRANT SELECT, INSERT ON account, account_invitation, account_session TO gongkai_app;
GRANT UPDATE (password_hash, password_changed_at, disabled, totp_secret, totp_confirmed, totp_last_step)
    ON account TO gongkai_app;
GRANT UPDATE (ended_at) ON account_invitation TO gongkai_app;
GRANT SELECT, INSERT, DELETE ON account_recovery_code TO gongkai_app;
GRANT UPDATE (used_at) ON account_recovery_code TO gongkai_app;
GRANT UPDATE (last_used_at, ended_at) ON account_session TO gongkai_app;
GRANT SELECT, INSERT, DELETE ON account_try TO gongkai_app;
