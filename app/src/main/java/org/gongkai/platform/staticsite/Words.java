package org.gongkai.platform.staticsite;

import org.gongkai.platform.settings.StartProblem;

/** What the command says to the operator (提示), in both languages. */
final class Words {
    private Words() {}

    static String say(String messageKey, Object... arguments) {
        return StartProblem.of(messageKey, arguments).sentence();
    }
}
