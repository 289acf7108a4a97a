print("Bench comes with its first measurement.")
