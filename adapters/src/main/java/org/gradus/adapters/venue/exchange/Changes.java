package org.gradus.adapters.venue.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a step has changed, to be written down before anybody is told. Guarded by the lock of [Exchange].
final class Changes {
    private final Set<Account> accounts = new LinkedHashSet<>();
    private final Set<Order> orders = new LinkedHashSet<>();
    private final List<Entry> activities = new ArrayList<>();

    record Entry(Account account, Activity activity) {
    }

    void of(Account account) {
        accounts.add(account);
    }

    void of(Order order) {
        orders.add(order);
    }

    /// Enters the activity into the account's book.
    void add(Account account, Activity activity) {
        account.add(activity);
        activities.add(new Entry(account, activity));
        accounts.add(account);
    }

    Set<Account> accounts() {
        return accounts;
    }

    Set<Order> orders() {
        return orders;
    }

    List<Entry> activities() {
        return activities;
    }

    boolean none() {
        return accounts.isEmpty() && orders.isEmpty();
    }

    void clear() {
        accounts.clear();
        orders.clear();
        activities.clear();
    }
}
