package org.gongkai.platform.accounts.web;

import java.util.Arrays;
import java.util.Locale;
import org.gongkai.platform.accounts.AccountId;
import org.gongkai.platform.accounts.AccountOffice;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;

/**
 * What the operator can do with an account that answers nothing (账号办理环节), by its name in addresses.
 */
enum AccountStep {
    /** 停用. */
    DISABLE {
        @Override
        void take(AccountOffice office, Actor by, AccountId id) {
            office.setDisabled(by, id, true);
        }
    },
    /** 启用. */
    ENABLE {
        @Override
        void take(AccountOffice office, Actor by, AccountId id) {
            office.setDisabled(by, id, false);
        }
    },
    /** 解除锁定. */
    UNLOCK {
        @Override
        void take(AccountOffice office, Actor by, AccountId id) {
            office.unlock(by, id);
        }
    },
    /** 取消动态码. */
    END_SECOND_FACTOR {
        @Override
        void take(AccountOffice office, Actor by, AccountId id) {
            office.endSecondFactor(by, id);
        }
    };

    abstract void take(AccountOffice office, Actor by, AccountId id);

    static AccountStep named(String name) {
        return Arrays.stream(values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
