package org.gongkai.platform.accounts;

import java.util.List;
import org.gongkai.platform.settings.DemoData;
import org.gongkai.platform.settings.StartProblem;
import org.springframework.stereotype.Component;

/**
 * Accounts of the demo agency (演示账号): one for each role, a second clerk, head, leader and
 * enforcement officer, the head of the enforcement unit, head and clerk of finance and of the
 * section that key projects belong to. They are written in the README and accepted only where this
 * machine alone is answered.
 */
@Component
class DemoAccounts implements DemoData {
    static final String PASSWORD = "gongkai-demo-2021";
    static final List<String> USERNAMES =
            List.of(
                    "clerk",
                    "clerk2",
                    "head",
                    "head2",
                    "secrecy",
                    "leader",
                    "leader2",
                    "principal",
                    "office",
                    "office-head",
                    "legal",
                    "enforcement-head",
                    "finance-head",
                    "finance-clerk",
                    "approval-clerk",
                    "approval-head",
                    "keeper",
                    "officer",
                    "officer2",
                    "auditor",
                    "operator");

    private final AccountOpening opening;
    private final People people;

    DemoAccounts(AccountOpening opening, People people) {
        this.opening = opening;
        this.people = people;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void load() {
        for (String username : USERNAMES) {
            opening.openDemo(people.byKey(username).orElseThrow(), username, PASSWORD);
        }
    }

    @Override
    public List<String> invitation() {
        String names = String.join(" ", USERNAMES);
        return List.of(StartProblem.of("accounts.demo.invitation", names, PASSWORD).sentence());
    }
}
