package org.gongkai.platform.draw;

import org.gongkai.platform.commitments.Committed;

/** A record of a draw's lists (抽取记录). */
public sealed interface DrawRecord extends Committed permits Entity, Officer, Recusal, Visit {}
