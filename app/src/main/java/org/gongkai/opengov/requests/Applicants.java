package org.gongkai.opengov.requests;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who asks (申请人), sealed and apart from the case (个人信息保护法 arts. 5, 6, 51): identity, contact and
 * mandate each in a row of its own, closed with a key that lies in the data folder and in its
 * backups. Read by {@link RequestDesk#applicant} alone, which writes down who read it and why.
 */
@Repository
class Applicants {
    private final JdbcClient database;
    private final SecretBox box;
    private final JsonMapper json;

    Applicants(JdbcClient database, Secrets secrets, JsonMapper json) {
        this.database = database;
        this.box = new SecretBox(secrets, "request-applicant");
        this.json = json;
    }

    void keep(long id, Applicant applicant) {
        keep("request_identity", id, applicant.identity());
        keep("request_contact", id, applicant.contact());
        if (applicant.agent() != null) {
            keep("request_mandate", id, applicant.agent());
        }
    }

    /** Empty when it was erased. */
    Optional<Applicant> find(long id) {
        return open("request_identity", id, Applicant.Identity.class)
                .map(
                        it ->
                                new Applicant(
                                        it,
                                        open("request_contact", id, Applicant.Contact.class)
                                                .orElse(new Applicant.Contact(null, null, null)),
                                        open("request_mandate", id, Applicant.Agent.class)
                                                .orElse(null)));
    }

    private void keep(String table, long id, Object what) {
        database.sql("INSERT INTO " + table + " (case_id, sealed) VALUES (?, ?)")
                .params(id, box.close(json.writeValueAsBytes(what), place(table, id)))
                .update();
    }

    private <T> Optional<T> open(String table, long id, Class<T> type) {
        return database.sql("SELECT sealed FROM " + table + " WHERE case_id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(it -> new String(box.open(it, place(table, id)), StandardCharsets.UTF_8))
                .map(it -> json.readValue(it, type));
    }

    private static String place(String table, long id) {
        return table + ":" + id;
    }
}
