#!/usr/bin/perl
# Works out cases.tsv apart from the program: perl cases.pl > cases.tsv
#
# The way: the days are those of ../calendar/*.csv, one line each; a day is a working day when a line says
# work, no working day when a line says off, else by its weekday; the lines of the region add days off where
# the nation's say nothing. Nothing is looked up or subtracted: for each case the script goes from day to day,
# holds a tally of counted days, and asks each morning what happens today and each evening whether today
# counted. A period is over on the evening on which the tally is full; what comes later is late.
use strict;
use warnings;
use Time::Local qw(timegm);

my (%national, %regional);
for my $file (glob "../calendar/cn-*.csv") {
    read_days($file, \%national);
}
read_days("../calendar/nx-overlay-2019-2022.csv", \%regional);

sub read_days {
    my ($file, $into) = @_;
    open my $in, '<', $file or die "$file: $!";
    while (<$in>) {
        my (undef, $date, $off) = split /,/;
        $into->{$date} = $off eq 'true' ? 0 : 1 if $date =~ /^\d{4}-/;
    }
}

sub number { my ($y, $m, $d) = split /-/, shift; return int(timegm(0, 0, 12, $d, $m - 1, $y) / 86400) }
sub text { my @t = gmtime(shift() * 86400 + 43200); return sprintf "%04d-%02d-%02d", $t[5] + 1900, $t[4] + 1, $t[3] }
sub plus { my ($date, $days) = @_; return text(number($date) + $days) }

sub works {
    my ($calendar, $date) = @_;
    return $national{$date} if exists $national{$date};
    return 0 if $calendar eq 'NX' && exists $regional{$date};
    my $weekday = (number($date) + 4) % 7;
    return $weekday != 0 && $weekday != 6;
}

# The day on the evening of which so many working days have passed since.
sub nth {
    my ($calendar, $date, $count) = @_;
    while ($count > 0) {
        $date = plus($date, 1);
        $count-- if works($calendar, $date);
    }
    return $date;
}

# One case by one calendar, day by day. Events: [type, date, detail].
sub live {
    my ($calendar, @events) = @_;
    my %case = (breaches => [], letters => [], late_answers => {});
    my ($received, $running, $tally, $full, $seven, $waiting, $due) = (undef, 0, 0, 20, undef, '', undef);
    my ($asked, $may_restart, $extended, $fee, $paid_or_due, $ended, $restarted) = (0, 0, 0, 0, 0, 0, 0);
    my $date = $events[0][1];
    my $at = 0;
    my $last_event = $events[-1][1];
    my %needs = map { $_ => 1 } qw(ordinary-post online fax);
    while (1) {
        my $today_is_day_zero = 0;
        while ($at < @events && $events[$at][1] eq $date) {
            my ($type, undef, $detail) = @{ $events[$at] };
            my $over = defined $due && $due lt $date;
            if ($type eq 'received' && !$needs{$detail} || $type eq 'confirmed' && !defined $received) {
                $received = $date; $seven = 0; $running = 1; $tally = 0; $today_is_day_zero = 1;
            } elsif ($type eq 'correction-asked') {
                if ($asked++) { push @{ $case{breaches} }, "second-correction-notice\@$at" }
                elsif (defined $seven && $seven >= 7) { push @{ $case{breaches} }, "correction-notice-late\@$at" }
                else { $may_restart = 1 }
                $waiting = 'correction';
            } elsif ($type eq 'corrected') {
                $waiting = '';
                if ($may_restart && !$ended) {
                    $may_restart = 0; $running = 1; $tally = 0; $full = 20; undef $due; $today_is_day_zero = 1;
                    $case{cut} = $date;
                }
            } elsif ($type eq 'extended') {
                if ($extended++) { push @{ $case{breaches} }, "second-extension\@$at" }
                else {
                    my $late = $running && $tally >= 20;
                    push @{ $case{breaches} }, "extension-late\@$at" if $late;
                    push @{ $case{breaches} }, "extension-over-20\@$at" if $detail > 20;
                    if (!$late && !$ended) { $full = 20 + ($detail > 20 ? 20 : $detail); undef $due }
                }
            } elsif ($type eq 'fee-noticed') {
                if (!$fee && !$ended) {
                    $fee = 1;
                    if ($over) { push @{ $case{breaches} }, "fee-notice-late\@$at" }
                    else { $paid_or_due = 1; $running = 0; undef $due }
                }
            } elsif ($type eq 'fee-paid') {
                if ($paid_or_due && !$ended) {
                    $paid_or_due = 0; $running = 1; $tally = 0; $full = 20; undef $due; $today_is_day_zero = 1;
                    $case{cut} = $date;
                }
            } elsif ($type =~ /^(third-party|co-author|agency)-asked$/) {
                my ($mine) = grep { $_->{who} eq "$1 $detail" && !defined $_->{answered} } @{ $case{letters} };
                push @{ $case{letters} }, { who => "$1 $detail", asked => $date, silent => 0, open => 1 } if !$mine && !$ended;
            } elsif ($type =~ /^(third-party|co-author)-received$/) {
                for (grep { $_->{who} eq "$1 $detail" && !defined $_->{answered} } @{ $case{letters} }) {
                    $_->{received} //= $date;
                }
            } elsif ($type =~ /^(third-party|co-author|agency)-answered$/) {
                for (grep { $_->{who} eq "$1 $detail" && !defined $_->{answered} } @{ $case{letters} }) {
                    $_->{answered} = $date;
                }
            } elsif ($type =~ /^answer-(dispatched|delivered)$/) {
                $case{late_answers}{$at} = 1 if !$ended && $over;
                $ended = 1;
            } elsif ($type =~ /^(withdrawn|closed)$/) {
                $ended = 1;
            }
            $at++;
        }
        # Evening. Was somebody being asked today?
        my $asking = 0;
        for my $letter (@{ $case{letters} }) {
            next if $letter->{asked} ge $date || !$letter->{open};
            # Whether its receipt will ever be known decides from when the silence is counted.
            my ($receipt) = grep { $_->[0] =~ /-received$/ && $letter->{who} eq ($_->[0] =~ s/-received$//r) . " $_->[2]"
                    && $_->[1] ge $letter->{asked} && (!defined $letter->{answered} || $_->[1] le $letter->{answered}) } @events;
            my $from = $receipt ? $receipt->[1] : $letter->{asked};
            $letter->{silent}++ if $date gt $from && works($calendar, $date);
            $asking = 1;
            $letter->{last} = $date;
            $letter->{open} = 0 if $letter->{silent} >= 15 || defined $letter->{answered};
        }
        # A letter answered on the day it left, or before this evening, takes no more days.
        for (@{ $case{letters} }) { $_->{open} = 0 if defined $_->{answered} && $_->{answered} le $date }
        $case{asking}{$date} = 1 if $asking;
        $case{felt}{$date} = 1 if $asking && ($running || $paid_or_due) && !$today_is_day_zero && !defined $due;
        $seven++ if defined $seven && $received lt $date && works($calendar, $date);
        if ($running && !$today_is_day_zero && $tally < $full && !$asking && works($calendar, $date)) {
            $tally++;
        }
        if ($running && !$today_is_day_zero && $tally >= $full && !defined $due) { $due = $date }
        # Until everything has happened and the tally is full, or nothing runs.
        last if $at >= @events && (defined $due || !$running) && $date ge $last_event;
        $date = plus($date, 1);
    }
    $case{due} = $paid_or_due ? undef : $due;
    $case{waiting} = !defined $received && !$running ? 'confirmation' : $paid_or_due ? 'fee' : $ended ? '' : $waiting;
    return \%case;
}

# Stretches of days with somebody being asked, of which a running period felt at least one.
sub spans {
    my ($asking, $felt) = @_;
    my @spans;
    for my $date (sort keys %$asking) {
        if (@spans && plus($spans[-1][1], 1) eq $date) { $spans[-1][1] = $date }
        else { push @spans, [$date, $date] }
    }
    return join " ", map { "$_->[0]..$_->[1]" } grep { my ($from, $to) = @$_; grep { $_ ge $from && $_ le $to } keys %{ $felt // {} } } @spans;
}

my $line = 0;

sub case {
    my ($why, @events) = @_;
    for my $calendar ('CN', 'NX') {
        my $own = live($calendar, @events);
        my $nation = live('CN', @events);
        my @breaches = @{ $own->{breaches} };
        push @breaches, map { "answer-late\@$_" } grep { $nation->{late_answers}{$_} } keys %{ $own->{late_answers} };
        my $due = $own->{due} // 'none';
        my $hold = $due eq 'none' || !defined $nation->{due} ? $due : $nation->{due} lt $due ? $nation->{due} : $due;
        my ($notice) = ($events[0][2] =~ /person|signed/ ? nth($calendar, $events[0][1], 7) : '');
        print join("\t", ++$line, $calendar,
            join('; ', map { $_->[0] . (defined $_->[2] ? " $_->[2]" : '') . " $_->[1]" } @events),
            $due, $hold, $own->{waiting} || '-', spans($own->{asking}, $own->{felt}) || '-',
            join(' ', sort { ($a =~ /@(\d+)/)[0] <=> ($b =~ /@(\d+)/)[0] || $a cmp $b } @breaches) || '-', $notice || '-', $why), "\n";
    }
}

print join("\t", qw(case calendar events due warnBy waitingFor pauses breaches correctionNoticeBy why)), "\n";

# Receipt, in every year, before, in and after festivals, on rest days and make-up days.
for my $date (qw(2019-01-02 2019-01-31 2019-02-02 2019-04-28 2019-05-06 2019-05-31 2019-06-05 2019-08-10 2019-09-29 2019-12-31
    2020-01-17 2020-01-19 2020-01-22 2020-02-03 2020-04-24 2020-05-23 2020-06-24 2020-07-29 2020-09-27 2020-10-08
    2021-02-05 2021-02-07 2021-04-02 2021-05-08 2021-05-12 2021-06-11 2021-07-17 2021-09-17 2021-09-30 2021-12-31
    2022-01-28 2022-04-02 2022-04-30 2022-06-02 2022-07-08 2022-09-09 2022-10-08 2022-12-30
    2023-01-20 2023-01-28 2023-04-21 2023-06-21 2023-09-28 2023-10-07
    2024-02-08 2024-02-18 2024-04-03 2024-04-30 2024-06-07 2024-09-13 2024-09-30
    2025-01-26 2025-01-27 2025-04-30 2025-05-30 2025-09-28 2025-10-11
    2026-01-04 2026-02-13 2026-02-28 2026-04-03 2026-05-09 2026-06-18 2026-09-18 2026-09-30)) {
    case("received on this day, nothing else", ['received', $date, 'in-person']);
}

# Channels that wait for both sides.
for my $channel (qw(online fax ordinary-post)) {
    case("not confirmed: nothing is due", ['received', '2022-07-01', $channel]);
    case("confirmed three days later", ['received', '2022-07-01', $channel], ['confirmed', '2022-07-04']);
    case("confirmed on a Sunday", ['received', '2021-07-15', $channel], ['confirmed', '2021-07-18']);
}
case("signed for by the post room on a Saturday", ['received', '2021-07-17', 'signed-post']);
case("a confirmation of what was handed over changes nothing", ['received', '2021-07-12', 'in-person'], ['confirmed', '2021-07-15']);

# Correction notices on day 6, 7 and 8, with and without correction.
for my $receipt (qw(2019-06-03 2020-01-15 2021-07-12 2022-04-27 2024-09-30 2026-02-12)) {
    for my $day (6, 7, 8) {
        my $notice = nth('CN', $receipt, $day);
        case("correction notice on day $day by the nation's days", ['received', $receipt, 'in-person'], ['correction-asked', $notice]);
        my $corrected = nth('CN', $notice, 4);
        case("and the correction arrives", ['received', $receipt, 'in-person'], ['correction-asked', $notice], ['corrected', $corrected]);
    }
}
case("notice on the region's day 7, late for the nation", ['received', '2021-07-12', 'in-person'], ['correction-asked', '2021-07-23'], ['corrected', '2021-07-28']);
case("a second notice", ['received', '2021-06-01', 'in-person'], ['correction-asked', '2021-06-04'], ['corrected', '2021-06-10'], ['correction-asked', '2021-06-15'], ['corrected', '2021-06-21']);
case("two notices, one correction", ['received', '2021-06-01', 'in-person'], ['correction-asked', '2021-06-04'], ['correction-asked', '2021-06-08'], ['corrected', '2021-06-15']);
case("corrected twice, the first counts", ['received', '2021-06-01', 'in-person'], ['correction-asked', '2021-06-04'], ['corrected', '2021-06-10'], ['corrected', '2021-06-21']);
case("the correction arrives on a rest day", ['received', '2021-09-13', 'in-person'], ['correction-asked', '2021-09-16'], ['corrected', '2021-09-20']);
case("the correction arrives when the first period is over", ['received', '2021-06-01', 'in-person'], ['correction-asked', '2021-06-08'], ['corrected', '2021-07-05']);
case("asked before it was confirmed", ['received', '2021-06-01', 'online'], ['correction-asked', '2021-06-02'], ['confirmed', '2021-06-07']);

# Extensions.
for my $days (1, 5, 10, 19, 20, 21, 40) {
    case("extended by $days on day 15", ['received', '2022-04-11', 'in-person'], ['extended', nth('CN', '2022-04-11', 15), $days]);
}
for my $receipt (qw(2019-12-16 2020-07-15 2021-04-19 2023-09-11 2025-01-06)) {
    for my $day (20, 21) {
        case("extended by 10 on day $day by the nation's days", ['received', $receipt, 'in-person'], ['extended', nth('CN', $receipt, $day), 10]);
    }
}
case("extended twice", ['received', '2021-03-01', 'in-person'], ['extended', '2021-03-22', 10], ['extended', '2021-03-29', 10]);
case("extended twice, the second too late and too long", ['received', '2021-03-01', 'in-person'], ['extended', '2021-03-22', 10], ['extended', '2021-05-24', 25]);
case("extended too late and too long", ['received', '2021-03-01', 'in-person'], ['extended', '2021-03-30', 25]);
case("extended, then started anew by a correction", ['received', '2021-03-01', 'in-person'], ['correction-asked', '2021-03-04'], ['extended', '2021-03-22', 10], ['corrected', '2021-03-25']);
case("extended on a make-up Saturday", ['received', '2021-01-22', 'in-person'], ['extended', '2021-02-20', 20]);
case("extended on day 22, in time because five days were taken", ['received', '2021-03-01', 'in-person'], ['agency-asked', '2021-03-08', 'X'], ['agency-answered', '2021-03-15', 'X'], ['extended', '2021-04-06', 10]);

# One opinion.
for my $answer (1, 5, 14, 15, 16, 20) {
    for my $receipt (qw(2020-05-11 2021-06-01 2024-09-02)) {
        my $asked = nth('CN', $receipt, 5);
        my $got = nth('CN', $asked, 2);
        my $answered = nth('CN', $got, $answer);
        case("third party answers on its day $answer by the nation's days", ['received', $receipt, 'in-person'], ['third-party-asked', $asked, 'A'], ['third-party-received', $got, 'A'], ['third-party-answered', $answered, 'A']);
    }
}
for my $who (qw(third-party co-author)) {
    case("$who silent", ['received', '2022-06-27', 'in-person'], ["$who-asked", '2022-07-01', 'A'], ["$who-received", '2022-07-04', 'A']);
    case("$who silent, receipt not known", ['received', '2022-06-27', 'in-person'], ["$who-asked", '2022-07-01', 'A']);
    case("$who answers, receipt not known", ['received', '2022-06-27', 'in-person'], ["$who-asked", '2022-07-01', 'A'], ["$who-answered", '2022-07-14', 'A']);
    case("$who receives the letter late", ['received', '2022-06-27', 'in-person'], ["$who-asked", '2022-07-01', 'A'], ["$who-received", '2022-07-29', 'A']);
    case("$who answers twice", ['received', '2022-06-27', 'in-person'], ["$who-asked", '2022-07-01', 'A'], ["$who-received", '2022-07-04', 'A'], ["$who-answered", '2022-07-06', 'A'], ["$who-answered", '2022-07-20', 'A']);
    case("$who answers on the day it is asked", ['received', '2022-06-27', 'in-person'], ["$who-asked", '2022-07-01', 'A'], ["$who-answered", '2022-07-01', 'A']);
    case("$who asked on the day of receipt", ['received', '2022-06-27', 'in-person'], ["$who-asked", '2022-06-27', 'A'], ["$who-received", '2022-06-27', 'A'], ["$who-answered", '2022-06-30', 'A']);
    case("$who urged while it is silent", ['received', '2022-06-27', 'in-person'], ["$who-asked", '2022-07-01', 'A'], ["$who-received", '2022-07-04', 'A'], ["$who-asked", '2022-07-18', 'A']);
    case("$who asked again after its answer", ['received', '2022-06-27', 'in-person'], ["$who-asked", '2022-07-01', 'A'], ["$who-answered", '2022-07-05', 'A'], ["$who-asked", '2022-07-08', 'A'], ["$who-answered", '2022-07-15', 'A']);
    case("$who asked on the last day", ['received', '2022-06-01', 'in-person'], ["$who-asked", nth('CN', '2022-06-01', 20), 'A'], ["$who-answered", '2022-07-10', 'A']);
    case("$who asked on day 19 over a festival", ['received', '2020-06-30', 'in-person'], ["$who-asked", '2020-07-27', 'A'], ["$who-answered", '2020-08-04', 'A']);
}
case("another agency answers", ['received', '2023-09-18', 'in-person'], ['agency-asked', '2023-09-22', 'B'], ['agency-answered', '2023-10-10', 'B']);
case("another agency does not answer", ['received', '2023-09-18', 'in-person'], ['agency-asked', '2023-09-22', 'B']);
case("another agency answers after 15 working days", ['received', '2023-09-18', 'in-person'], ['agency-asked', '2023-09-22', 'B'], ['agency-answered', '2023-11-01', 'B']);

# Several opinions: apart, adjacent, overlapping, nested, the same twice, by different right.
my @apart = (['received', '2021-09-01', 'in-person'], ['third-party-asked', '2021-09-03', 'A'], ['third-party-answered', '2021-09-08', 'A'], ['third-party-asked', '2021-09-14', 'B'], ['third-party-answered', '2021-09-23', 'B']);
case("two apart", @apart);
case("two adjacent", ['received', '2021-09-01', 'in-person'], ['third-party-asked', '2021-09-03', 'A'], ['third-party-answered', '2021-09-08', 'A'], ['third-party-asked', '2021-09-08', 'B'], ['third-party-answered', '2021-09-23', 'B']);
case("two that overlap", ['received', '2021-09-01', 'in-person'], ['third-party-asked', '2021-09-03', 'A'], ['third-party-asked', '2021-09-07', 'B'], ['third-party-answered', '2021-09-10', 'A'], ['third-party-answered', '2021-09-23', 'B']);
case("one within the other", ['received', '2021-09-01', 'in-person'], ['third-party-asked', '2021-09-03', 'A'], ['co-author-asked', '2021-09-07', 'B'], ['co-author-answered', '2021-09-10', 'B'], ['third-party-answered', '2021-09-22', 'A']);
case("three on the same day, answered one after the other", ['received', '2021-09-01', 'in-person'], ['third-party-asked', '2021-09-03', 'A'], ['co-author-asked', '2021-09-03', 'A'], ['agency-asked', '2021-09-03', 'A'], ['agency-answered', '2021-09-06', 'A'], ['co-author-answered', '2021-09-09', 'A'], ['third-party-answered', '2021-09-13', 'A']);
case("one silent, one answering within its silence", ['received', '2021-09-01', 'in-person'], ['third-party-asked', '2021-09-03', 'A'], ['third-party-received', '2021-09-06', 'A'], ['third-party-asked', '2021-09-08', 'B'], ['third-party-answered', '2021-09-15', 'B']);
case("one silent to the end, one asked on its last day", ['received', '2021-09-01', 'in-person'], ['third-party-asked', '2021-09-03', 'A'], ['third-party-received', '2021-09-06', 'A'], ['third-party-asked', '2021-09-28', 'B'], ['third-party-answered', '2021-10-12', 'B']);
case("an opinion and an extension", ['received', '2021-06-01', 'in-person'], ['third-party-asked', '2021-06-08', 'A'], ['third-party-received', '2021-06-10', 'A'], ['third-party-answered', '2021-06-21', 'A'], ['extended', '2021-07-12', 15]);
case("an opinion within the extension", ['received', '2021-06-01', 'in-person'], ['extended', '2021-06-28', 20], ['third-party-asked', '2021-07-05', 'A'], ['third-party-answered', '2021-07-14', 'A']);
case("an opinion that spans a new start", ['received', '2021-06-01', 'in-person'], ['correction-asked', '2021-06-03'], ['third-party-asked', '2021-06-04', 'A'], ['corrected', '2021-06-09'], ['third-party-answered', '2021-06-18', 'A']);
case("an opinion asked for before the confirmation", ['received', '2021-06-01', 'fax'], ['agency-asked', '2021-06-02', 'A'], ['confirmed', '2021-06-04'], ['agency-answered', '2021-06-11', 'A']);

# Fees.
for my $noticed (qw(2021-08-02 2022-06-30 2025-09-22)) {
    my $receipt = plus($noticed, -13);
    case("a fee noticed and not paid", ['received', $receipt, 'in-person'], ['fee-noticed', $noticed]);
    for my $paid (1, 10, 20, 22) {
        case("paid on working day $paid by the nation's days", ['received', $receipt, 'in-person'], ['fee-noticed', $noticed], ['fee-paid', nth('CN', $noticed, $paid)]);
    }
}
case("noticed on the last day", ['received', '2021-06-01', 'in-person'], ['fee-noticed', '2021-06-30'], ['fee-paid', '2021-07-05']);
case("noticed a day late: nothing stops", ['received', '2021-06-01', 'in-person'], ['fee-noticed', '2021-07-01'], ['fee-paid', '2021-07-05']);
case("noticed and paid twice", ['received', '2021-06-01', 'in-person'], ['fee-noticed', '2021-06-10'], ['fee-paid', '2021-06-15'], ['fee-noticed', '2021-06-21'], ['fee-paid', '2021-06-25']);
case("noticed within the extension", ['received', '2021-06-01', 'in-person'], ['extended', '2021-06-28', 20], ['fee-noticed', '2021-07-08'], ['fee-paid', '2021-07-15']);
case("a correction while the fee is unpaid", ['received', '2021-06-01', 'in-person'], ['correction-asked', '2021-06-04'], ['fee-noticed', '2021-06-08'], ['corrected', '2021-06-10']);

# Answers.
for my $receipt (qw(2019-08-01 2020-07-20 2021-07-05 2022-06-20 2024-01-22 2026-01-26)) {
    for my $day (19, 20, 21) {
        my $out = nth('CN', $receipt, $day);
        case("posted on day $day by the nation's days", ['received', $receipt, 'in-person'], ['answer-made', plus($out, -1)], ['answer-dispatched', $out]);
    }
    my $out = nth('NX', $receipt, 20);
    case("signed for on the region's last day", ['received', $receipt, 'in-person'], ['answer-made', plus($out, -3)], ['answer-delivered', $out]);
    case("signed for on the day after", ['received', $receipt, 'in-person'], ['answer-made', plus($out, -3)], ['answer-delivered', plus($out, 1)]);
}
case("posted in time, arrived late", ['received', '2021-06-01', 'in-person'], ['answer-made', '2021-06-29'], ['answer-dispatched', '2021-06-30'], ['answer-delivered', '2021-07-05']);
case("answered twice, the first counts", ['received', '2021-06-01', 'in-person'], ['answer-dispatched', '2021-06-21'], ['answer-dispatched', '2021-07-21']);
case("posted on a Sunday after the last day", ['received', '2021-05-28', 'in-person'], ['answer-dispatched', '2021-06-27']);
case("an opinion arrives after the answer", ['received', '2021-06-01', 'in-person'], ['third-party-asked', '2021-06-08', 'A'], ['third-party-received', '2021-06-10', 'A'], ['answer-dispatched', '2021-06-15'], ['third-party-answered', '2021-06-21', 'A']);
case("withdrawn", ['received', '2021-06-01', 'in-person'], ['withdrawn', '2021-06-15']);
case("closed because nothing was corrected", ['received', '2021-06-01', 'in-person'], ['correction-asked', '2021-06-04'], ['closed', '2021-06-25']);
case("a correction after the close starts nothing", ['received', '2021-06-01', 'in-person'], ['correction-asked', '2021-06-04'], ['closed', '2021-06-25'], ['corrected', '2021-06-28']);
case("extended when it was answered", ['received', '2021-06-01', 'in-person'], ['answer-dispatched', '2021-06-15'], ['extended', '2021-06-16', 10]);
