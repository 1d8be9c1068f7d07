package org.gongkai.opengov.requests;

import java.util.Optional;
import org.gongkai.opengov.requests.notices.Addressees;
import org.gongkai.opengov.requests.notices.NoticeWay;
import org.springframework.stereotype.Component;

/** Where notices of a request go (通知地址): to the contact that its applicant gave. */
@Component
class ApplicantContacts implements Addressees {
    /** 手机号码: no other telephone takes text messages. */
    private static final String MOBILE = "(\\+?86)?1[3-9][0-9]{9}";

    private final Applicants applicants;

    ApplicantContacts(Applicants applicants) {
        this.applicants = applicants;
    }

    @Override
    public Optional<String> addressOf(long request, NoticeWay way) {
        var contact = applicants.find(request).map(Applicant::contact);
        return switch (way) {
            case EMAIL -> contact.flatMap(it -> Optional.ofNullable(it.email()));
            case SMS ->
                    contact.flatMap(it -> Optional.ofNullable(it.phone()))
                            .map(it -> it.replaceAll("[\\s-]", ""))
                            .filter(it -> it.matches(MOBILE));
        };
    }
}
