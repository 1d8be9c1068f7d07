-- 清除提出人身份: the mask goes with the person.
GRANT UPDATE (person_mask) ON request_claim TO gongkai_app;
