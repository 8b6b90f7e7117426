package dev.prisma4j.benchmarks.data;

import java.util.List;
import java.util.stream.IntStream;

/** A customer to be made. */
public record NewCustomer(String email, String name, int age, int balance) {
    /** A purchase to be made with its customer. */
    public record NewPurchase(String product, int quantity, double price) {}

    /** The customer of that number; those up to {@link Tables#CUSTOMERS} exist. */
    public static NewCustomer of(int number) {
        return new NewCustomer("customer" + number + "@example.com", "Customer " + number, 18 + number % 60, 100);
    }

    /** Ten purchases. */
    public List<NewPurchase> tenPurchases() {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new NewPurchase("Product " + i, i, 9.5 * i))
                .toList();
    }
}
